import type { PatchedLeaf } from "./patch.ts";

/** Where a value stands in a text: from its first character to the one behind its last. */
interface Span {
  readonly from: number;
  readonly to: number;
}

const SPACE = /[\s\uFEFF]*/y;
const STRING = /"(?:[^"\\]|\\.)*"/y;
const WORD = /[^\s,:[\]{}"]+/y;

/**
 * Replaces values in a JSON text and leaves every other character as it is: order, indentation, and digits that a
 * number would lose on its way through a program.
 *
 * @param text valid JSON; what is not was to be refused before
 * @throws RangeError when a leaf is not there
 * @example
 * spliceJson('{ "a": { "b": 1.0 } }', [{ keys: ["a", "b"], value: 2 }]); // '{ "a": { "b": 2 } }'
 */
export function spliceJson(text: string, leaves: readonly PatchedLeaf[]): string {
  const parts = leaves.map(({ keys, value }) => ({ span: spanAt(text, keys), json: JSON.stringify(value) }));
  // From behind, so that what was found in front still stands where it was.
  return parts
    .toSorted((a, b) => b.span.from - a.span.from)
    .reduce((spliced, { span: { from, to }, json }) => spliced.slice(0, from) + json + spliced.slice(to), text);
}

function spanAt(text: string, keys: readonly string[]): Span {
  let at = skip(text, 0);
  for (const key of keys) at = memberAt(text, at, key);
  return { from: at, to: endOf(text, at) };
}

/** Where the value of a key begins in the object that begins at an offset. */
function memberAt(text: string, objectAt: number, key: string): number {
  let at = objectAt;
  while (text[at] === "{" || text[at] === ",") {
    const nameAt = skip(text, at + 1);
    const nameEnd = after(STRING, text, nameAt);
    const valueAt = skip(text, skip(text, nameEnd) + 1);
    if (nameEnd > nameAt && JSON.parse(text.slice(nameAt, nameEnd)) === key) return valueAt;
    at = skip(text, endOf(text, valueAt));
  }
  throw new RangeError(`there is no '${key}'`);
}

/** Behind the value that begins at an offset. */
function endOf(text: string, from: number): number {
  let depth = 0;
  let at = from;
  do {
    const sign = text[at];
    if (sign === undefined) throw new RangeError("the text ends too early");
    if (sign === "{" || sign === "[") depth += 1;
    if (sign === "}" || sign === "]") depth -= 1;
    const isToken = sign === '"' || after(WORD, text, at) > at;
    at = isToken ? after(sign === '"' ? STRING : WORD, text, at) : at + 1;
    if (depth > 0) at = skip(text, at);
  } while (depth > 0);
  return at;
}

function skip(text: string, at: number): number {
  return after(SPACE, text, at);
}

/** Behind what the pattern matches here; the offset itself when it does not. */
function after(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
