import type { TestCase } from "@holdpoint/core";

/**
 * node:test escapes the quotes of an attribute first and the ampersands after that, so that `"` arrives as `&quot;`.
 * A test that is really called `&quot;` cannot be told from it.
 */
export function withNodeQuotes(one: TestCase): TestCase {
  if (!one.id.includes(QUOTE) && !(one.message?.includes(QUOTE) ?? false)) return one;
  return { ...one, id: unquoted(one.id), name: unquoted(one.name), message: one.message && unquoted(one.message) };
}

const QUOTE = "&quot;";

function unquoted(text: string): string {
  return text.replaceAll(QUOTE, '"');
}
