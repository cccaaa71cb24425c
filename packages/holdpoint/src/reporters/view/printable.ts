/** Text from evidence is never trusted: what could move a cursor, ring, hide or reorder is shown as an escape. */
const UNPRINTABLE = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|\p{Cs}/gu;

/**
 * One line of text that a terminal, a page or a table shows as what it is: white space joined to single spaces,
 * control characters, bidirectional overrides and lone surrogates as `\u{…}`.
 *
 * @example
 * printable("two\nlines \u001b[31mred"); // "two lines \\u{1b}[31mred"
 */
export function printable(text: string): string {
  return text
    .replaceAll(/[\t\n\r\f\v ]+/g, " ")
    .replaceAll(/^ | $/g, "")
    .replaceAll(UNPRINTABLE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

/** A line of source as it is, tabs and spaces kept, with what could hide or reorder it as `\u{…}`. */
export function visible(line: string): string {
  return line.replaceAll(UNPRINTABLE, (character) =>
    character === "\t" ? character : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

/** The first `charactersMax` UTF-16 units, with an ellipsis as the last where something was cut off. */
export function clip(text: string, charactersMax: number): string {
  if (text.length <= charactersMax) return text;
  const cut = text.slice(0, charactersMax - 1);
  return `${cut.isWellFormed() ? cut : cut.slice(0, -1)}…`;
}
