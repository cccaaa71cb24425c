import type { TomlScanner } from "./scanner.ts";
import { readTomlText } from "./text.ts";

/** Told what is found, with the path below the value's own key. */
export interface TomlListener {
  text(value: string, below: readonly string[]): void;
  key(below: readonly string[], offset: number): void;
}

const NUMBER_OR_DATE = /[+-]?[0-9A-Za-z_.:+-]+(?: [0-9]{2}:[0-9.:]+(?:Z|[+-][0-9:]+)?)?/y;
const SCALAR =
  /^(?:true|false|[+-]?(?:inf|nan)|[+-]?[0-9][0-9_]*(?:\.[0-9][0-9_]*)?(?:[eE][+-]?[0-9_]+)?|0x[0-9A-Fa-f_]+|0o[0-7_]+|0b[01_]+|\d{4}-\d{2}-\d{2}(?:[Tt ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:[Zz]|[+-]\d{2}:\d{2})?)?|\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)$/;
const DEPTH_MAX = 64;

/** One value of any type; texts and keys of inline tables go to the listener. */
export function readTomlValue(scanner: TomlScanner, listener: TomlListener, below: readonly string[] = []): void {
  if (below.length > DEPTH_MAX) scanner.fail("HP-READ-DEPTH", `nested deeper than ${DEPTH_MAX}`);
  const sign = scanner.text[scanner.at];
  if (sign === '"' || sign === "'") listener.text(readTomlText(scanner, true), below);
  else if (scanner.take("[")) readArray(scanner, listener, below);
  else if (scanner.take("{")) readInlineTable(scanner, listener, below);
  else readScalar(scanner);
}

function readScalar(scanner: TomlScanner): void {
  const start = scanner.at;
  const found = scanner.match(NUMBER_OR_DATE);
  if (found === null) scanner.unexpected("a value");
  if (SCALAR.test(found)) return;
  const isCut = scanner.isAtEnd;
  scanner.fail(isCut ? "HP-READ-TRUNCATED" : "HP-READ-SYNTAX", `"${found.slice(0, 40)}" is no value of TOML`, start);
}

function readArray(scanner: TomlScanner, listener: TomlListener, below: readonly string[]): void {
  for (let index = 0; ; index += 1) {
    scanner.skipBlank();
    if (scanner.take("]")) return;
    readTomlValue(scanner, listener, [...below, String(index)]);
    scanner.skipBlank();
    if (scanner.take("]")) return;
    if (!scanner.take(",")) scanner.unexpected("`,` or `]`");
  }
}

function readInlineTable(scanner: TomlScanner, listener: TomlListener, below: readonly string[]): void {
  scanner.skipSpace();
  if (scanner.take("}")) return;
  for (;;) {
    scanner.skipSpace();
    const start = scanner.at;
    const path = [...below, ...scanner.keyPath()];
    listener.key(path, start);
    scanner.expect("=");
    scanner.skipSpace();
    readTomlValue(scanner, listener, path);
    scanner.skipSpace();
    if (scanner.take("}")) return;
    if (!scanner.take(",")) scanner.unexpected("`,` or `}`");
  }
}
