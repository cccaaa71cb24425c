import type { TomlScanner } from "./scanner.ts";

const ESCAPES: Readonly<Record<string, string>> = {
  b: "\b",
  t: "\t",
  n: "\n",
  f: "\f",
  r: "\r",
  '"': '"',
  "\\": "\\",
};
const LINE_CONTINUED = /[ \t]*\r?\n[ \t\r\n]*/y;
const CODE_POINT = /u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}/y;

/** A text in any of TOML's four notations, the three quotes of a multi-line one only where `multiLine` allows. */
export function readTomlText(scanner: TomlScanner, multiLine: boolean): string {
  const quote = scanner.text[scanner.at] === "'" ? "'" : '"';
  const isMulti = multiLine && scanner.take(quote.repeat(3));
  if (isMulti) {
    if (!scanner.take("\r\n")) scanner.take("\n");
  } else {
    scanner.take(quote);
  }
  const end = isMulti ? quote.repeat(3) : quote;
  let value = "";
  for (;;) {
    const sign = scanner.text[scanner.at];
    if (sign === undefined) scanner.fail("HP-READ-TRUNCATED", "the file ends inside a text");
    if (scanner.take(end)) return isMulti ? value + extraQuotes(scanner, quote) : value;
    if (sign === "\n" && !isMulti) scanner.fail("HP-READ-SYNTAX", "the text does not end on its line");
    if (isControl(sign) && !(isMulti && (sign === "\n" || sign === "\r"))) {
      scanner.fail("HP-READ-SYNTAX", "a control character inside a text");
    }
    scanner.at += 1;
    value += sign === "\\" && quote === '"' ? escaped(scanner, isMulti) : sign;
  }
}

/** A multi-line text may end in one or two quotes of its own. */
function extraQuotes(scanner: TomlScanner, quote: string): string {
  let extra = "";
  while (extra.length < 2 && scanner.take(quote)) extra += quote;
  return extra;
}

function escaped(scanner: TomlScanner, isMulti: boolean): string {
  if (isMulti && scanner.match(LINE_CONTINUED) !== null) return "";
  const code = scanner.match(CODE_POINT);
  if (code !== null) {
    const point = Number.parseInt(code.slice(1), 16);
    if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) scanner.fail("HP-READ-SYNTAX", "no such character");
    return String.fromCodePoint(point);
  }
  const sign = scanner.text[scanner.at] ?? "";
  if (!Object.hasOwn(ESCAPES, sign)) scanner.unexpected("an escape that TOML knows");
  scanner.at += 1;
  return ESCAPES[sign] ?? "";
}

function isControl(sign: string): boolean {
  const code = sign.charCodeAt(0);
  return (code < 0x20 && code !== 0x09) || code === 0x7f;
}
