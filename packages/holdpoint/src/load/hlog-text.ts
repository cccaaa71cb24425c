import { deflateSync } from "node:zlib";
import type { HistogramSlice, LoadSecond } from "@holdpoint/core";
import { writeHlog } from "@holdpoint/core";

/** A run as a log that HdrHistogram's tools read: an interval a second and clock, service time tagged `service`. */
export class HlogText {
  readonly #lines: string[];

  /** @param startedAtMs when second 0 began, since the epoch */
  constructor(startedAtMs: number) {
    this.#lines = lines(writeHlog({ startTimeS: startedAtMs / 1000, intervals: [] }, deflateSync));
  }

  take({ second, response, service }: Pick<LoadSecond, "second" | "response" | "service">): void {
    this.#interval(null, second, response);
    this.#interval("service", second, service);
  }

  get text(): string {
    return `${this.#lines.join("\n")}\n`;
  }

  /** Each is written at once, so that a long run is never held as numbers. */
  #interval(tag: string | null, startS: number, slice: HistogramSlice | null): void {
    const [line] = lines(
      writeHlog({ startTimeS: null, intervals: [{ tag, startS, lengthS: 1, slice }] }, deflateSync),
    ).slice(-1);
    if (line !== undefined) this.#lines.push(line);
  }
}

function lines(text: string): string[] {
  return text.trimEnd().split("\n");
}
