import { formatOfContentType } from "./content-type.ts";
import type { Exposition, ExpositionFormat } from "./exposition.ts";
import type { ExpositionLimits } from "./limits.ts";
import { EXPOSITION_LIMITS } from "./limits.ts";
import { readCommentLine } from "./read/comment-line.ts";
import { LineCursor } from "./read/cursor.ts";
import { Families } from "./read/families.ts";
import { FaultList } from "./read/fault-list.ts";
import { readSampleLine } from "./read/sample-line.ts";
import { pageText } from "./read/text.ts";

export interface ExpositionOptions {
  /** When it was scraped, milliseconds since the epoch; timestamps are judged by it. */
  readonly atMs: number;
  /** The answer's header; null: the text itself tells its format. */
  readonly contentType?: string | null;
  /** File that it lay in. */
  readonly file?: string;
  /** Lines that stand before the page, where it is part of a larger text. */
  readonly linesBefore?: number;
  readonly limits?: Partial<ExpositionLimits>;
}

/**
 * Reads a page of metrics: the classic text format 0.0.4 or OpenMetrics 1.0, as the content type says, or, without one,
 * OpenMetrics where the text ends in `# EOF`. Never throws: everything that breaks the format is noted with line and
 * column, and reading goes on. A page beyond a limit is read up to there and has the fault `too-large`.
 *
 * @example
 * const page = readExposition('# HELP up Up.\n# TYPE up gauge\nup{job="a"} 1\n', { atMs: 0 });
 * page.families[0]?.samples[0]?.value; // 1
 * page.faults; // []
 */
export function readExposition(page: string | Uint8Array, options: ExpositionOptions): Exposition {
  const { atMs, contentType = null, file = null, linesBefore = 0 } = options;
  const limits: ExpositionLimits = { ...EXPOSITION_LIMITS, ...options.limits };
  const faults = new FaultList();
  const sizeBytes = typeof page === "string" ? byteLength(page) : page.length;
  const isTooLarge = sizeBytes > limits.sizeBytesMax;
  if (isTooLarge) faults.add("too-large", `${sizeBytes} bytes, at most ${limits.sizeBytesMax} are read`, null, null);
  const text = isTooLarge ? "" : pageText(page, faults, linesBefore);
  const format = (contentType === null ? null : formatOfContentType(contentType)) ?? formatOfText(text);
  const families = new Families(format, faults);
  if (!isTooLarge) new PageReader(text, format, limits, families, faults).read(linesBefore + 1);
  const read = { families: families.all, faults: faults.inOrder, faultsLeftOut: faults.leftOut };
  return { format, contentType, sizeBytes, atMs, file, ...read };
}

const EOF_AT_END = /(?:^|\n)# EOF\s*$/;

function formatOfText(text: string): ExpositionFormat {
  return EOF_AT_END.test(text.slice(-100)) ? "openmetrics" : "prometheus";
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

class PageReader {
  readonly #text: string;
  readonly #openMetrics: boolean;
  readonly #limits: ExpositionLimits;
  readonly #families: Families;
  readonly #faults: FaultList;
  #samples = 0;
  #ended = false;

  constructor(text: string, format: ExpositionFormat, limits: ExpositionLimits, families: Families, faults: FaultList) {
    this.#text = text;
    this.#openMetrics = format === "openmetrics";
    this.#limits = limits;
    this.#families = families;
    this.#faults = faults;
  }

  read(firstLine: number): void {
    let number = firstLine;
    for (let from = 0; from < this.#text.length; number += 1) {
      const next = this.#text.indexOf("\n", from);
      const end = next === -1 ? this.#text.length : next;
      if (!this.#line(this.#text.slice(from, end), number)) return;
      if (next === -1) this.#faults.add("no-final-line-feed", "the text does not end with a line feed", number, null);
      from = end + 1;
    }
    if (this.#openMetrics && !this.#ended)
      this.#faults.add("no-eof", "OpenMetrics ends with the line # EOF", number, null);
  }

  /** False: nothing more is read. */
  #line(raw: string, number: number): boolean {
    const { lineCharsMax, samplesMax, familiesMax } = this.#limits;
    if (this.#ended) {
      this.#faults.add("after-eof", "nothing may stand behind # EOF", number, 1);
      return false;
    }
    if (raw.length > lineCharsMax) {
      this.#faults.add("too-large", `a line of ${raw.length} characters, at most ${lineCharsMax} are read`, number, 1);
      return true;
    }
    const line = raw.endsWith("\r") ? raw.slice(0, -1) : raw;
    if (line !== raw) this.#faults.add("carriage-return", "the line ends with a carriage return", number, raw.length);
    this.#content(line, number);
    if (this.#samples <= samplesMax && this.#families.size <= familiesMax) return true;
    const bounds = `${samplesMax} samples of ${familiesMax} families`;
    this.#faults.add("too-large", `at most ${bounds} are read`, number, 1);
    return false;
  }

  #content(line: string, number: number): void {
    if (this.#openMetrics && line === "# EOF") {
      this.#ended = true;
      return;
    }
    if (line === "" || (!this.#openMetrics && line.trim() === "")) {
      if (this.#openMetrics) this.#faults.add("blank-line", "OpenMetrics has no empty lines", number, 1);
      return;
    }
    if (line === "# EOF") this.#faults.add("eof-in-classic", "this is a line of OpenMetrics only", number, 1);
    const cursor = new LineCursor(line, this.#openMetrics);
    if (line.startsWith("#") || (!this.#openMetrics && line.trimStart().startsWith("#"))) {
      const comment = readCommentLine(cursor);
      if (comment !== null) this.#families.comment(comment, number);
    } else {
      const sample = readSampleLine(cursor, this.#limits.labelsMax);
      if (sample !== null) {
        this.#samples += 1;
        this.#families.sample(sample, number);
      }
    }
    for (const { code, text, column } of cursor.faults) this.#faults.add(code, text, number, column);
  }
}
