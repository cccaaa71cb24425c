import type { Json } from "../noun/json.ts";

/** Depth at which a value is refused instead of overflowing the stack. */
export const CANONICAL_DEPTH_MAX = 512;

/**
 * RFC 8785 (JSON Canonicalization Scheme): keys sorted by UTF-16 code units, ECMAScript numbers, no white space.
 * Throws `TypeError` for what I-JSON cannot carry: NaN, infinities, lone surrogates, undefined, functions.
 *
 * @example
 * canonicalize({ b: 1, a: [true, null] }); // '{"a":[true,null],"b":1}'
 */
export function canonicalize(value: Json, depth: number = 0): string {
  if (depth > CANONICAL_DEPTH_MAX) throw new TypeError("nested deeper than 512 levels");
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number") return number(value);
  if (typeof value === "string") return string(value);
  if (Array.isArray(value)) {
    return `[${value.map((item: Json) => canonicalize(item, depth + 1)).join(",")}]`;
  }
  if (typeof value !== "object") throw new TypeError(`${typeof value} is not JSON`);
  const object = value as { readonly [key: string]: Json };
  const members: string[] = [];
  for (const key of Object.keys(object).sort()) {
    members.push(`${string(key)}:${canonicalize(object[key] as Json, depth + 1)}`);
  }
  return `{${members.join(",")}}`;
}

function number(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`${value} is not JSON`);
  return JSON.stringify(value);
}

function string(value: string): string {
  if (!value.isWellFormed()) throw new TypeError("a lone surrogate is not JSON");
  return JSON.stringify(value);
}
