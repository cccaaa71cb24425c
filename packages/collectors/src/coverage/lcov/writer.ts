/** Order in which writers put the records of a section, by tags in the order of their first appearance. */
const ORDERS: readonly (readonly [string, readonly string[]])[] = [
  ["node:test", ["FN", "FNDA", "FNF", "FNH", "BRDA", "BRF", "BRH", "DA", "LH", "LF"]],
  ["istanbul-reports", ["FN", "FNF", "FNH", "FNDA", "DA", "LF", "LH", "BRDA", "BRF", "BRH"]],
];

/** Tags that a section without functions or branches lacks. */
const OPTIONAL: ReadonlySet<string> = new Set(["FN", "FNDA", "BRDA", "DA"]);

/**
 * Tool that wrote a section with these tags. LCOV names none, but some are known by their order. Several
 * instrumenters write through `istanbul-reports`, and then the report does not tell which of them counted.
 */
export function recogniseWriter(tags: readonly string[]): string {
  for (const [writer, order] of ORDERS) {
    const expected = order.filter((tag) => !OPTIONAL.has(tag) || tags.includes(tag));
    if (expected.length === tags.length && expected.every((tag, index) => tag === tags[index])) return writer;
  }
  return "unknown";
}
