/** How many cases of a suite carry which mark; a case may carry several. */
export interface Tally {
  tests: number;
  failures: number;
  errors: number;
  /** With a `<skipped>` element. */
  skipped: number;
  /** Not run for whatever reason, `skipped` included. */
  notRun: number;
}

export function emptyTally(): Tally {
  return { tests: 0, failures: 0, errors: 0, skipped: 0, notRun: 0 };
}

export function addTally(sum: Tally, part: Tally): void {
  sum.tests += part.tests;
  sum.failures += part.failures;
  sum.errors += part.errors;
  sum.skipped += part.skipped;
  sum.notRun += part.notRun;
}
