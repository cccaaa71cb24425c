/** Everything but the characters of XML 1.0 (section 2.2): they cannot even be written as references. */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const REFERENCES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/**
 * Text for an element or a quoted attribute of XML 1.0. White space survives attribute normalisation; a character that
 * XML cannot carry becomes a visible `\u{…}`.
 *
 * @example
 * escapeXml("a<b\u0000"); // "a&lt;b\\u{0}"
 */
export function escapeXml(text: string): string {
  return text
    .replaceAll(NOT_XML, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)
    .replaceAll(/[&<>"'\t\n\r]/g, (character) => REFERENCES[character] ?? "");
}
