import type { TotalsMismatch } from "@holdpoint/core";
import type { DeclaredTotals } from "./declared.ts";
import type { Tally } from "./tally.ts";

/** A suite when it ends: what it declared, and what was counted in it, each way that a runner may count. */
export interface CountedSuite {
  readonly name: string;
  readonly line: number;
  readonly isRoot: boolean;
  readonly declared: DeclaredTotals;
  /** Cases that are its direct children. */
  readonly own: Tally;
  /** Cases at any depth. */
  readonly total: Tally;
  /** Direct children, a nested suite counting as one, as node:test counts. */
  readonly children: Tally;
  /** Cases at any depth that repeat an earlier one's class and name. */
  readonly repeated: number;
}

type Difference = Omit<TotalsMismatch, "report">;

/**
 * Where a suite declares other totals than it lists. Runners count a suite's own cases or all below it, and either is
 * fine as long as one of the two fits everything declared; of node:test, pytest and mocha more is known.
 */
export function totalsDifferences(suite: CountedSuite, dialect: string): readonly Difference[] {
  let best: readonly Difference[] | null = null;
  for (const counted of waysToCount(suite, dialect)) {
    const differences = differencesFrom(suite, counted, dialect);
    if (best === null || differences.length < best.length) best = differences;
  }
  return best ?? [];
}

function waysToCount({ own, total, children, repeated }: CountedSuite, dialect: string): readonly Tally[] {
  if (dialect === "node:test") return [children];
  // A pytest test that fails and whose teardown fails too is listed twice and counted once.
  if (dialect === "pytest") return [{ ...total, tests: total.tests - repeated }, total];
  return [total, own];
}

function differencesFrom(suite: CountedSuite, counted: Tally, dialect: string): readonly Difference[] {
  const { declared, name, line } = suite;
  const found: Difference[] = [];
  const compare = (what: Difference["what"], value: number | null, fits: boolean, count: number): void => {
    if (value !== null && !fits) found.push({ line, suite: name, what, declared: value, counted: count });
  };
  const { disabled } = declared;
  compare("tests", declared.tests, testsFit(suite, counted, dialect), counted.tests);
  compare("failures", declared.failures, declared.failures === counted.failures, counted.failures);
  compare("errors", declared.errors, declared.errors === counted.errors, counted.errors);
  const skippedFits =
    dialect === "mocha" ||
    declared.skipped === counted.skipped ||
    declared.skipped === counted.notRun ||
    (declared.skipped ?? 0) + (disabled ?? 0) === counted.notRun;
  compare("skipped", declared.skipped, skippedFits, counted.skipped);
  return found;
}

/** mocha-junit-reporter leaves pending tests out of the list, and says how many only at the root. */
function testsFit({ declared, isRoot }: CountedSuite, counted: Tally, dialect: string): boolean {
  if (dialect !== "mocha") return declared.tests === counted.tests;
  if (!isRoot) return (declared.tests ?? 0) >= counted.tests;
  return declared.tests === counted.tests + Math.max(0, (declared.skipped ?? 0) - counted.skipped);
}
