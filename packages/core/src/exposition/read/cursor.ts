import type { ReadingCode } from "../codes.ts";

/** Something wrong in one line; the column counts from 1. */
export interface LineFault {
  readonly code: ReadingCode;
  readonly text: string;
  readonly column: number;
}

/** A place in one line, and what was found wrong on the way there. */
export class LineCursor {
  readonly line: string;
  readonly openMetrics: boolean;
  readonly faults: LineFault[] = [];
  at = 0;

  constructor(line: string, openMetrics: boolean) {
    this.line = line;
    this.openMetrics = openMetrics;
  }

  get ended(): boolean {
    return this.at >= this.line.length;
  }

  /** Empty at the end. */
  get char(): string {
    return this.line.charAt(this.at);
  }

  /** Notes something that reading can go on after. */
  note(code: ReadingCode, text: string, at: number = this.at): void {
    this.faults.push({ code, text, column: at + 1 });
  }

  /** Notes something that ends the reading of this line. */
  fail(code: ReadingCode, text: string, at: number = this.at): null {
    this.note(code, text, at);
    return null;
  }

  /** Steps over the character if it is the next one. */
  take(char: string): boolean {
    if (this.char !== char) return false;
    this.at += 1;
    return true;
  }

  /** Text of a sticky pattern from here on; null, and no step, where it does not fit. */
  match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.line)?.[0] ?? null;
    if (found !== null) this.at += found.length;
    return found;
  }

  /** Steps over blanks where the format leaves them free: OpenMetrics wants none. */
  blanks(): void {
    const from = this.at;
    while (this.char === " " || this.char === "\t") this.at += 1;
    if (this.openMetrics && this.at > from) this.note("bad-spacing", "OpenMetrics has no blank here", from);
  }

  /** Steps over the blanks between two parts: any number of them, exactly one space in OpenMetrics. */
  gap(): boolean {
    const from = this.at;
    while (this.char === " " || this.char === "\t") this.at += 1;
    const taken = this.line.slice(from, this.at);
    if (this.openMetrics && taken !== "" && taken !== " ")
      this.note("bad-spacing", "OpenMetrics has exactly one space here", from);
    return taken !== "";
  }

  /** What stands up to the next blank. */
  token(): string {
    return this.match(/[^ \t]*/y) ?? "";
  }
}
