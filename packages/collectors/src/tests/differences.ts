import type { TotalsMismatch } from "@holdpoint/core";

/** Totals of one suite or of a whole report; null where it is silent. */
export interface Totals {
  readonly tests: number | null;
  readonly passed: number | null;
  readonly failures: number | null;
  readonly errors: number | null;
  readonly skipped: number | null;
}

export const NO_TOTALS: Totals = { tests: null, passed: null, failures: null, errors: null, skipped: null };

/** What was counted; null where there is nothing to compare. */
export type Counted = Totals;

export type Difference = Omit<TotalsMismatch, "report">;

const KEYS = ["tests", "passed", "failures", "errors", "skipped"] as const;

/**
 * Where declared totals differ from what was counted. A format whose producers count in several ways gives them all:
 * one that fits wholly is enough, else the one with the fewest differences is told.
 *
 * @example
 * const declared = { ...NO_TOTALS, tests: 3 };
 * totalsDifferences({ suite: "a", line: 1, declared }, [{ ...NO_TOTALS, tests: 2 }])[0]?.counted; // 2
 */
export function totalsDifferences(
  suite: { readonly suite: string; readonly line: number; readonly declared: Totals },
  ways: readonly Counted[],
): readonly Difference[] {
  let best: readonly Difference[] | null = null;
  for (const counted of ways) {
    const found = differencesFrom(suite, counted);
    if (best === null || found.length < best.length) best = found;
  }
  return best ?? [];
}

function differencesFrom(
  { suite, line, declared }: { readonly suite: string; readonly line: number; readonly declared: Totals },
  counted: Counted,
): Difference[] {
  return KEYS.flatMap((what): Difference[] => {
    const [said, seen] = [declared[what], counted[what]];
    return said === null || seen === null || said === seen
      ? []
      : [{ suite, line, what, declared: said, counted: seen }];
  });
}
