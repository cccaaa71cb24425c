import type { ErrorCode } from "@holdpoint/core";
import { failAt } from "../../fail-at.ts";
import { readTomlText } from "./text.ts";

const BARE_KEY = /[A-Za-z0-9_-]+/y;
const SPACE = /[ \t]*/y;
const COMMENT = /#[^\n]*/y;
const BLANK = /(?:[ \t\r\n]+|#[^\n]*)*/y;
const KEY_PARTS_MAX = 32;

/** Steps through a TOML document; every failure carries line and column. */
export class TomlScanner {
  readonly text: string;
  readonly file: string;
  /** Offset in UTF-16 code units. */
  at = 0;

  constructor(text: string, file: string) {
    this.text = text.startsWith("\uFEFF") ? text.slice(1) : text;
    this.file = file;
  }

  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** Takes what matches at this very place, else gives null. */
  match(sticky: RegExp): string | null {
    sticky.lastIndex = this.at;
    const found = sticky.exec(this.text)?.[0] ?? null;
    if (found !== null) this.at += found.length;
    return found;
  }

  take(sign: string): boolean {
    if (!this.text.startsWith(sign, this.at)) return false;
    this.at += sign.length;
    return true;
  }

  expect(sign: string): void {
    this.skipSpace();
    if (!this.take(sign)) this.unexpected(`\`${sign}\``);
  }

  skipSpace(): void {
    this.match(SPACE);
  }

  /** Spaces, line ends and comments. */
  skipBlank(): void {
    this.match(BLANK);
  }

  endOfLine(): void {
    this.skipSpace();
    this.match(COMMENT);
    if (this.take("\r\n") || this.take("\n") || this.isAtEnd) return;
    this.unexpected("the end of the line");
  }

  /** A key or several joined by dots. */
  keyPath(): string[] {
    const parts: string[] = [];
    do {
      this.skipSpace();
      const sign = this.text[this.at];
      const isText = sign === '"' || sign === "'";
      const part = isText ? readTomlText(this, false) : this.match(BARE_KEY);
      if (part === null) this.unexpected("a key");
      parts.push(part);
      if (parts.length > KEY_PARTS_MAX) this.fail("HP-READ-DEPTH", `more than ${KEY_PARTS_MAX} parts of one key`);
      this.skipSpace();
    } while (this.take("."));
    return parts;
  }

  unexpected(wanted: string): never {
    return this.fail(this.isAtEnd ? "HP-READ-TRUNCATED" : "HP-READ-SYNTAX", `expected ${wanted}`);
  }

  fail(code: ErrorCode, detail: string, offset: number = this.at): never {
    return failAt(this.file, this.text, offset, code, detail);
  }
}
