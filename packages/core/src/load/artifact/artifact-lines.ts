import type { Hash } from "node:crypto";
import { createHash } from "node:crypto";
import type { Counts, RunSecond } from "../run/run-second.ts";
import type { LoadSecond } from "../second.ts";
import type { ArtifactEnd, ArtifactHeader } from "./header.ts";
import { SEAL } from "./header.ts";
import type { WrittenSecond, WrittenSeries } from "./written-second.ts";

/**
 * Writes a run as JSON lines, so that every figure of its report can be computed again.
 *
 * @example
 * const lines = new ArtifactLines(header);
 * write(lines.header());
 * for (const second of seconds) write(lines.second(second));
 * write(lines.end({ seconds, totals, validity, reasons, ran }));
 */
export class ArtifactLines {
  readonly #hash: Hash = createHash("sha256");
  readonly #header: ArtifactHeader;
  readonly #checks: ReadonlyMap<string, number>;

  constructor(header: ArtifactHeader) {
    this.#header = header;
    this.#checks = new Map((header.made?.checks ?? []).map((check, at) => [check, at]));
  }

  header(): string {
    return this.#line(this.#header);
  }

  /** @throws RangeError for a check that the header does not name */
  second({ second, series, started, failures, checksPassed, checksFailed }: RunSecond): string {
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
    const line: WrittenSecond = { second, series: written };
    if (this.#header.made === undefined) return this.#line(line);
    return this.#line({
      ...line,
      ...(started === (series[0]?.sent ?? 0) ? {} : { started }),
      ...(failures.length === 0 ? {} : { failures }),
      ...this.#checksOf(checksPassed, checksFailed),
    } satisfies WrittenSecond);
  }

  end(end: Omit<ArtifactEnd, "end" | "sha256">): string {
    const sealed = JSON.stringify({ end: true, ...end }).slice(0, -1);
    return `${sealed}${SEAL}${this.#hash.copy().update(sealed).digest("hex")}"}\n`;
  }

  #checksOf(passed: Counts, failed: Counts): Pick<WrittenSecond, "checks"> {
    const counts = new Map<number, [passed: number, failed: number]>();
    for (const [list, at] of [
      [passed, 0],
      [failed, 1],
    ] as const) {
      for (const [name, count] of list) {
        const check = this.#checks.get(name);
        if (check === undefined) throw new RangeError(`the check "${name}" is not in the header`);
        const both = counts.get(check) ?? [0, 0];
        both[at] += count;
        counts.set(check, both);
      }
    }
    const checks = [...counts].map(([check, [held, not]]) => [check, held, not] as const);
    return checks.length === 0 ? {} : { checks: checks.toSorted(([one], [other]) => one - other) };
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
