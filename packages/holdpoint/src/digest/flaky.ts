import type { RunFigures, TestFigures } from "@holdpoint/core";

/** A test that passed only when it was run again. */
export interface FlakyTest {
  readonly suite: string;
  readonly id: string;
  /** Runs of the period in which it did. */
  readonly times: number;
}

const FLAKY_SHOWN_MAX = 50;

/** Most often first. */
export function flakyTests(runs: readonly RunFigures[]): FlakyTest[] {
  const seen = new Map<string, FlakyTest>();
  for (const { figures } of runs) {
    for (const { suite, flaky } of suitesOf(figures["tests"])) {
      for (const id of flaky) {
        const key = JSON.stringify([suite, id]);
        seen.set(key, { suite, id, times: (seen.get(key)?.times ?? 0) + 1 });
      }
    }
  }
  return [...seen.values()]
    .sort((a, b) => b.times - a.times || (a.suite + a.id < b.suite + b.id ? -1 : 1))
    .slice(0, FLAKY_SHOWN_MAX);
}

function suitesOf(figures: RunFigures["figures"][string] | undefined): TestFigures["suites"] {
  const suites = figures?.["suites"];
  return Array.isArray(suites) ? suites : [];
}
