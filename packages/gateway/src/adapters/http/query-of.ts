import type { Json, JsonObject } from "@holdpoint/core";

/**
 * Arguments as a query: `?a=1&tag=x&tag=y`, or an empty text. Lists repeat their name; what a query cannot say (null,
 * objects, lists in lists) is objected to and not left out.
 *
 * @example
 * queryOf({ tag: ["x", "y"], limit: 5 }); // { query: "?tag=x&tag=y&limit=5" }
 */
export function queryOf(given: JsonObject): { readonly query: string } | { readonly objection: string } {
  const pairs: string[] = [];
  for (const [name, value] of Object.entries(given)) {
    const values: readonly Json[] = Array.isArray(value) ? value : [value];
    for (const each of values) {
      if (typeof each === "object") return { objection: `${name} has no form in a query` };
      const [key, text] = [name, String(each)];
      if (!key.isWellFormed() || !text.isWellFormed()) return { objection: `${name} has half a character` };
      pairs.push(`${encodeURIComponent(key)}=${encodeURIComponent(text)}`);
    }
  }
  return { query: pairs.length === 0 ? "" : `?${pairs.join("&")}` };
}
