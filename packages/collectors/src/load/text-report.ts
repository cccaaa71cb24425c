import type { ErrorPlace } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import { textLines } from "../tests/text-lines.ts";

const LINES_MAX = 100_000;

/** What a tool printed for people: its lines, and where they are. */
export class TextReport {
  readonly file: string;
  readonly lines: readonly string[];
  /** Whether the last line is ended; a tool that was interrupted leaves it open. */
  readonly #ended: boolean;

  constructor(bytes: Uint8Array, file: string) {
    this.file = file;
    const lines: string[] = [];
    let ended = true;
    for (const line of textLines(bytes, file)) {
      lines.push(line.text);
      ({ ended } = line);
      if (lines.length > LINES_MAX) throw new HoldpointError("HP-READ-TOO-LARGE", `over ${LINES_MAX} lines`, { file });
    }
    this.lines = lines;
    this.#ended = ended;
  }

  place(index: number): ErrorPlace {
    return { file: this.file, line: index + 1, column: 1 };
  }

  /** The one line of that form and its groups; null where there is none. Throws `HP-READ-SYNTAX` for a second one. */
  one(form: RegExp): { readonly groups: readonly string[]; readonly place: ErrorPlace } | null {
    let found: { readonly groups: readonly string[]; readonly place: ErrorPlace } | null = null;
    for (const [index, line] of this.lines.entries()) {
      const match = form.exec(line);
      if (match === null) continue;
      if (found !== null) {
        const text = `"${line.trim().slice(0, 40)}" comes a second time; one file holds one run`;
        throw new HoldpointError("HP-READ-SYNTAX", text, this.place(index));
      }
      found = { groups: match.slice(1).map((group) => group ?? ""), place: this.place(index) };
    }
    return found;
  }

  /** The same for what no whole report lacks. Throws `HP-READ-TRUNCATED`. */
  must(form: RegExp, what: string): { readonly groups: readonly string[]; readonly place: ErrorPlace } {
    const found = this.one(form);
    if (found !== null) return found;
    throw new HoldpointError("HP-READ-TRUNCATED", `it has no ${what}`, this.place(Math.max(0, this.lines.length - 1)));
  }

  /** Lines of that form between a heading and the next blank line. */
  section(heading: string, form: RegExp): { readonly groups: readonly string[]; readonly place: ErrorPlace }[] {
    const start = this.lines.findIndex((line) => line.trim() === heading);
    if (start === -1) return [];
    const rows: { readonly groups: readonly string[]; readonly place: ErrorPlace }[] = [];
    for (const [index, line] of this.lines.entries()) {
      if (index <= start) continue;
      if (line.trim() === "") break;
      const match = form.exec(line);
      if (match === null) {
        const text = `no line of "${heading}"`;
        throw new HoldpointError("HP-READ-SYNTAX", text, this.place(index));
      }
      rows.push({ groups: match.slice(1).map((group) => group ?? ""), place: this.place(index) });
    }
    return rows;
  }

  /** Throws `HP-READ-TRUNCATED` where the last line was cut off. */
  assertEnded(): void {
    if (this.#ended) return;
    throw new HoldpointError("HP-READ-TRUNCATED", "the last line was cut off", this.place(this.lines.length - 1));
  }
}
