import type { Json } from "../noun/json.ts";
import { orderKeys } from "./order-keys.ts";

/**
 * RFC 8785 (JSON Canonicalization Scheme): keys sorted by UTF-16 code units, ECMAScript numbers, no white space.
 * Throws `TypeError` for what I-JSON cannot carry: NaN, infinities, lone surrogates, undefined, functions, holes in
 * arrays, objects of a class (a `Map` or `Date` would silently become `{}`), and nesting beyond 512 levels.
 *
 * @example
 * canonicalize({ b: 1, a: [true, null] }); // '{"a":[true,null],"b":1}'
 */
export function canonicalize(value: Json): string {
  const { ordered, isOrderKept } = orderKeys(value);
  return isOrderKept ? JSON.stringify(ordered) : write(value);
}

/** Writes a value that was looked through already, key by key. */
function write(value: Json): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(write).join(",")}]`;
  const object = value as { readonly [key: string]: Json };
  const members = Object.keys(object)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${write(object[key] as Json)}`);
  return `{${members.join(",")}}`;
}
