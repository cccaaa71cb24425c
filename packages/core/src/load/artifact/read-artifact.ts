import type { Hash } from "node:crypto";
import { createHash } from "node:crypto";
import type { ErrorCode } from "../../errors/registry.ts";
import { HoldpointError, isHoldpointError } from "../../errors/holdpoint-error.ts";
import { readJson } from "../../json/read.ts";
import type { Json } from "../../noun/json.ts";
import type { RunTotals } from "../run/run-tally.ts";
import type { LoadSecond } from "../second.ts";
import { endProblem } from "./end-form.ts";
import { headerProblem, isHeader } from "./header-form.ts";
import type { ArtifactEnd, ArtifactHeader } from "./header.ts";
import { SEAL } from "./header.ts";
import { readSecond } from "./read-second.ts";
import type { ToldSecond } from "./read-told.ts";
import { readTold } from "./read-told.ts";
import type { WrittenSecond } from "./written-second.ts";

/** Takes a second of every series, the run first, and what that second tells besides. */
export type OnSecond = (seconds: readonly LoadSecond[], header: ArtifactHeader, told: ToldSecond) => void;

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
  readonly #onSecond: OnSecond;
  readonly #hash: Hash = createHash("sha256");
  readonly #totals = { due: 0, sent: 0, completed: 0, failed: 0, dropped: 0 };
  #header: ArtifactHeader | null = null;
  #end: ArtifactEnd | null = null;
  #line = 0;
  #seconds = 0;

  constructor(file: string, onSecond: OnSecond) {
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
    else if ("end" in value) this.#takeEnd(value, text, this.#header);
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
    if (!isHeader(value)) throw this.#error("HP-READ-NOT-THE-FORMAT", "the first line is no header of a load artifact");
    const problem = headerProblem(value);
    if (problem !== null) throw this.#error("HP-READ-SYNTAX", problem);
    this.#header = value;
  }

  #takeSecond(value: object, header: ArtifactHeader): void {
    const written = value as WrittenSecond;
    const { second } = written;
    if (second !== this.#seconds) {
      throw this.#error("HP-READ-SYNTAX", `second ${String(second)} where ${this.#seconds} comes next`);
    }
    const seconds = readSecond(header.series, written);
    if (typeof seconds === "string") throw this.#error("HP-READ-SYNTAX", seconds);
    const told = readTold(written, seconds[0], header);
    if (typeof told === "string") throw this.#error("HP-READ-SYNTAX", told);
    this.#seconds += 1;
    const [run] = seconds;
    if (run !== undefined) {
      for (const key of TOTALS) this.#totals[key] += run[key];
      this.#onSecond(seconds, header, told);
    }
  }

  #takeEnd(value: Json, text: string, header: ArtifactHeader): void {
    const end = value as unknown as ArtifactEnd;
    const sealed = text.slice(0, Math.max(0, text.lastIndexOf(SEAL)));
    const sha256 = this.#hash.copy().update(sealed).digest("hex");
    if (text !== `${sealed}${SEAL}${sha256}"}`) {
      throw this.#error("HP-READ-SYNTAX", "the lines are not those that were written: their SHA-256 differs");
    }
    const problem = endProblem(value, header);
    if (problem !== null) throw this.#error("HP-READ-SYNTAX", problem);
    const differing = TOTALS.find((key) => end.totals[key] !== this.#totals[key]);
    if (end.seconds !== this.#seconds || differing !== undefined) {
      const what = differing === undefined ? "seconds" : differing;
      throw this.#error("HP-READ-SYNTAX", `the closing line says other ${what} than the lines before it make`);
    }
    const { validity, reasons } = end;
    if ((validity === "valid") !== (reasons.length === 0)) {
      throw this.#error("HP-READ-SYNTAX", `the closing line says ${validity} with ${reasons.length} reasons`);
    }
    this.#end = end;
  }

  #error(code: ErrorCode, detail: string, cause?: unknown): HoldpointError {
    return new HoldpointError(code, detail, { file: this.#file, line: Math.max(1, this.#line), column: 1 }, cause);
  }
}

const TOTALS: readonly (keyof RunTotals)[] = ["due", "sent", "completed", "failed", "dropped"];
