import type { LoadReason, LoadSecond, SeriesName } from "@holdpoint/core";
import type { Hash } from "node:crypto";
import { createHash } from "node:crypto";
import type { RunTotals } from "./run-tally.ts";
import type { WorkerSecond } from "./worker-second.ts";

/** First line of `load-<ts>.jsonl`: what the seconds after it are of. */
export interface ArtifactHeader {
  readonly schema: "holdpoint/load-artifact/v1";
  readonly id: string;
  readonly startedAtMs: number;
  readonly url: string;
  readonly planSha256: string;
  /** SHA-256 of what is sent and how, wherever to: runs that are compared have the same. */
  readonly sentSha256?: string;
  readonly testbedSha256?: string;
  readonly workers: number;
  readonly phases: readonly { readonly name: string; readonly durationMs: number; readonly arrival: string }[];
  /** Seconds name their series by its place in this list. */
  readonly series: readonly SeriesName[];
}

/** Last line: without it the file is truncated. */
export interface ArtifactEnd {
  readonly end: true;
  readonly seconds: number;
  readonly totals: RunTotals;
  readonly validity: "valid" | "invalid";
  readonly reasons: readonly LoadReason[];
  /** SHA-256 of everything before it, this line's beginning too (`SEAL`), hexadecimal. */
  readonly sha256: string;
}

/** What stands between what the digest of the closing line is of, and the digest. */
export const SEAL = ',"sha256":"';

/** One second of one series as it is written: `of` is its place in the header. */
export type WrittenSeries = Partial<Omit<LoadSecond, "series" | "second">> & {
  readonly of: number;
  /** Everything as in that one, which stands before it: most runs have one phase and one endpoint. */
  readonly as?: number;
};

export interface WrittenSecond {
  readonly second: number;
  /** Series in which nothing happened are left out. */
  readonly series: readonly WrittenSeries[];
}

/** Writes a run as JSON lines, so that every percentile of every window can be computed again. */
export class ArtifactLines {
  readonly #hash: Hash = createHash("sha256");

  header(header: ArtifactHeader): string {
    return this.#line(header);
  }

  second({ second, series }: WorkerSecond): string {
    const seen = new Map<string, number>();
    const written = series.flatMap((one, of): WrittenSeries[] => {
      const figures = filled(one);
      // Queue and lag are the run's own, and no difference to another series.
      const text = JSON.stringify(filled({ ...one, queued: 0, lag: null }));
      const as = seen.get(text);
      if (as !== undefined) return [{ of, as }];
      if (Object.keys(figures).length === 0) return [];
      seen.set(text, of);
      return [{ of, ...figures }];
    });
    return this.#line({ second, series: written } satisfies WrittenSecond);
  }

  end(end: Omit<ArtifactEnd, "end" | "sha256">): string {
    const sealed = JSON.stringify({ end: true, ...end }).slice(0, -1);
    return `${sealed}${SEAL}${this.#hash.copy().update(sealed).digest("hex")}"}\n`;
  }

  #line(value: object): string {
    const line = `${JSON.stringify(value)}\n`;
    this.#hash.update(line);
    return line;
  }
}

/** What is neither 0 nor null. */
function filled({ series: _series, second: _second, ...figures }: LoadSecond): Omit<WrittenSeries, "of"> {
  return Object.fromEntries(Object.entries(figures).filter(([, value]) => value !== 0 && value !== null));
}
