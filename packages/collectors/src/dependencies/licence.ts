import type { Json, JsonObject } from "@holdpoint/core";
import { isObject, member } from "./json-fields.ts";

/**
 * The licence that a package.json names: an SPDX text, `{ type }`, or the old `licenses` list as a choice of them.
 *
 * @example
 * licenceOf({ licenses: [{ type: "MIT" }, { type: "Apache-2.0" }] }); // "(MIT OR Apache-2.0)"
 */
export function licenceOf(manifest: JsonObject): string | null {
  const one = named(member(manifest, "license"));
  if (one !== null) return one;
  const list = member(manifest, "licenses") ?? member(manifest, "license");
  if (!Array.isArray(list)) return named(list);
  const names = (list as readonly Json[]).map(named);
  if (names.length === 0 || names.includes(null)) return null;
  return names.length === 1 ? (names[0] ?? null) : `(${names.join(" OR ")})`;
}

function named(value: Json | undefined): string | null {
  const text = isObject(value) ? member(value, "type") : value;
  return typeof text === "string" && text.trim() !== "" ? text.trim() : null;
}
