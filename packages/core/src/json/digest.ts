import { hash } from "node:crypto";
import type { Json } from "../noun/json.ts";
import { canonicalize } from "./canonicalize.ts";

/** SHA-256 as lower-case hexadecimal. */
export function sha256Hex(bytes: string | Uint8Array): string {
  return hash("sha256", bytes, "hex");
}

/**
 * Address of a JSON value: `sha256:` and the SHA-256 of its RFC 8785 form.
 *
 * @example
 * digestOf({ a: 1 }) === digestOf(JSON.parse('{ "a": 1.0 }')); // true
 */
export function digestOf(value: Json): string {
  return `sha256:${sha256Hex(canonicalize(value))}`;
}
