/** What a generated report holds; null for a metric that its format does not measure. */
export interface Totals {
  readonly files: number;
  readonly lines: Tally;
  readonly branches: Tally;
  readonly functions: Tally | null;
}

export interface Tally {
  covered: number;
  total: number;
}

/** Adds a count to a tally; nothing where it was not measured. */
export function add(to: Tally, more: Readonly<Tally> | null): void {
  to.covered += more?.covered ?? 0;
  to.total += more?.total ?? 0;
}
