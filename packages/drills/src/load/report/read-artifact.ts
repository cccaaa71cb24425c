import type { ErrorCode, Json, LoadSecond } from "@holdpoint/core";
import { HoldpointError, isHoldpointError, readJson } from "@holdpoint/core";
import type { Hash } from "node:crypto";
import { createHash } from "node:crypto";
import type { ArtifactEnd, ArtifactHeader, WrittenSecond } from "./artifact-lines.ts";
import { SEAL } from "./artifact-lines.ts";
import { readSecond } from "./read-second.ts";
import type { RunTotals } from "./run-tally.ts";

const SCHEMA = "holdpoint/load-artifact/v1";

/** One line is one second of every series. */
export const ARTIFACT_LINE_CHARS_MAX: number = 32 * 1024 * 1024;

/**
 * Reads `load-<ts>.jsonl` line by line and hands over each second whole. Nothing of a file that ends too early, was
 * changed or does not add up is a result: `end` throws then.
 *
 * @throws HoldpointError `HP-READ-NOT-THE-FORMAT`, `-SYNTAX`, `-TRUNCATED`, `-TOO-LARGE`, `-EMPTY` with the line
 * @example
 * const reader = new LoadArtifactReader("load.jsonl", (seconds) => total.add(seconds[0].response));
 * for (const line of lines) reader.line(line);
 * reader.end().totals.completed;
 */
export class LoadArtifactReader {
  readonly #file: string;
  readonly #onSecond: (seconds: readonly LoadSecond[], header: ArtifactHeader) => void;
  readonly #hash: Hash = createHash("sha256");
  readonly #totals = { due: 0, sent: 0, completed: 0, failed: 0, dropped: 0 };
  #header: ArtifactHeader | null = null;
  #end: ArtifactEnd | null = null;
  #line = 0;
  #seconds = 0;

  constructor(file: string, onSecond: (seconds: readonly LoadSecond[], header: ArtifactHeader) => void) {
    this.#file = file;
    this.#onSecond = onSecond;
  }

  /** A line without its line feed. */
  line(text: string): void {
    this.#line += 1;
    if (this.#end !== null) throw this.#error("HP-READ-SYNTAX", "a line behind the closing one");
    if (text.length > ARTIFACT_LINE_CHARS_MAX) {
      throw this.#error("HP-READ-TOO-LARGE", `a line of ${text.length} characters`);
    }
    const value = this.#parse(text);
    if (this.#header === null) this.#takeHeader(value);
    else if ("end" in value) this.#takeEnd(value, text);
    else this.#takeSecond(value, this.#header);
    this.#hash.update(`${text}\n`);
  }

  /** The file ends within a line. */
  cut(): never {
    this.#line += 1;
    throw this.#error("HP-READ-TRUNCATED", "the last line was cut off");
  }

  /** After the last line: what the run was of, and how it ended. */
  end(): ArtifactEnd & { readonly header: ArtifactHeader } {
    if (this.#header === null) throw this.#error("HP-READ-EMPTY", "no line at all");
    if (this.#end === null) {
      throw this.#error("HP-READ-TRUNCATED", `no closing line after ${this.#seconds} seconds; the run did not end`);
    }
    return { ...this.#end, header: this.#header };
  }

  #parse(text: string): { readonly [key: string]: Json } {
    let value: Json;
    try {
      value = readJson(text, { file: this.#file });
    } catch (thrown) {
      if (!isHoldpointError(thrown)) throw thrown;
      // A last line that was cut off is the end of the file, not a fault of its grammar.
      throw this.#error(thrown.code === "HP-READ-EMPTY" ? "HP-READ-SYNTAX" : thrown.code, thrown.message, thrown);
    }
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      throw this.#error("HP-READ-NOT-THE-FORMAT", "the line is not an object");
    }
    return value as { readonly [key: string]: Json };
  }

  #takeHeader(value: { readonly [key: string]: Json }): void {
    const { schema, series } = value;
    if (schema !== SCHEMA || !Array.isArray(series) || !series.every(isSeriesName) || series.length === 0) {
      throw this.#error("HP-READ-NOT-THE-FORMAT", `the first line is no header of ${SCHEMA}`);
    }
    this.#header = value as unknown as ArtifactHeader;
  }

  #takeSecond(value: object, header: ArtifactHeader): void {
    const { second, series } = value as WrittenSecond;
    if (second !== this.#seconds) {
      throw this.#error("HP-READ-SYNTAX", `second ${String(second)} where ${this.#seconds} comes next`);
    }
    const seconds = readSecond(header.series, { second, series });
    if (typeof seconds === "string") throw this.#error("HP-READ-SYNTAX", seconds);
    this.#seconds += 1;
    const [run] = seconds;
    if (run !== undefined) {
      for (const key of TOTALS) this.#totals[key] += run[key];
      this.#onSecond(seconds, header);
    }
  }

  #takeEnd(value: object, text: string): void {
    const end = value as ArtifactEnd;
    const sealed = text.slice(0, Math.max(0, text.lastIndexOf(SEAL)));
    const sha256 = this.#hash.copy().update(sealed).digest("hex");
    if (text !== `${sealed}${SEAL}${sha256}"}`) {
      throw this.#error("HP-READ-SYNTAX", "the lines are not those that were written: their SHA-256 differs");
    }
    const differing = TOTALS.find((key) => end.totals?.[key] !== this.#totals[key]);
    if (end.seconds !== this.#seconds || differing !== undefined) {
      const what = differing === undefined ? "seconds" : differing;
      throw this.#error("HP-READ-SYNTAX", `the closing line says other ${what} than the lines before it make`);
    }
    const { validity, reasons } = end;
    const told = Array.isArray(reasons) ? (reasons.length === 0 ? "valid" : "invalid") : null;
    if (validity !== told) {
      const beside = told === null ? "without reasons" : `with ${reasons.length} reasons`;
      throw this.#error("HP-READ-SYNTAX", `the closing line says ${validity} ${beside}`);
    }
    this.#end = end;
  }

  #error(code: ErrorCode, detail: string, cause?: unknown): HoldpointError {
    return new HoldpointError(code, detail, { file: this.#file, line: Math.max(1, this.#line), column: 1 }, cause);
  }
}

function isSeriesName(value: Json): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const { of, name } = value as { readonly [key: string]: Json };
  return typeof of === "string" && ["run", "phase", "endpoint", "tag"].includes(of) && typeof name === "string";
}

const TOTALS: readonly (keyof RunTotals)[] = ["due", "sent", "completed", "failed", "dropped"];
