/** Classes of ASCII bytes (XML 1.0, productions 3, 4 and 4a); bytes from 0x80 on are checked as text. */
export const SPACE = 1;
export const NAME_START = 2;
export const NAME = 4;
export const CONTROL = 8;

export const CLASS: Uint8Array = classes();

function classes(): Uint8Array {
  const table = new Uint8Array(256);
  table.fill(CONTROL, 0, 0x20);
  for (const space of [0x20, 0x09, 0x0a, 0x0d]) table[space] = SPACE;
  const mark = (from: string, to: string, value: number): void => {
    table.fill(value, from.charCodeAt(0), to.charCodeAt(0) + 1);
  };
  mark("A", "Z", NAME_START | NAME);
  mark("a", "z", NAME_START | NAME);
  mark("_", "_", NAME_START | NAME);
  mark(":", ":", NAME_START | NAME);
  mark("0", "9", NAME);
  mark("-", "-", NAME);
  mark(".", ".", NAME);
  table.fill(NAME_START | NAME, 0x80);
  return table;
}

const START =
  ":A-Z_a-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c\\u200d\\u2070-\\u218f" +
  "\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd\\u{10000}-\\u{effff}";

const FULL_NAME = new RegExp(`^[${START}][${START}\\-.0-9\\u00b7\\u0300-\\u036f\\u203f\\u2040]*$`, "u");

/** Whether a text is a Name (XML 1.0, production 5). */
export function isName(text: string): boolean {
  return FULL_NAME.test(text);
}

/** Whether a code point may stand in a document (XML 1.0, production 2). */
export function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}
