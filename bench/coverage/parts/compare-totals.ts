import type { Measured } from "./measured.ts";
import type { Tally, Totals } from "./totals.ts";

/** Where a reader found something else than was written; empty where it agrees. */
export function differences(found: Measured, written: Totals): string[] {
  const counted: readonly (readonly [string, Tally | null, Tally | null])[] = [
    ["lines", found.lines, written.lines],
    ["branches", found.branches, written.branches],
    ["functions", found.functions ?? null, written.functions],
  ];
  return [
    ...(found.files === written.files ? [] : [`files ${found.files}, written ${written.files}`]),
    ...counted.flatMap(([metric, a, b]) => (show(a) === show(b) ? [] : [`${metric} ${show(a)}, written ${show(b)}`])),
  ];
}

/** The same of lines alone, which is all that some peers count. */
export function lineDifferences(found: { readonly lines: Tally }, written: Totals): string[] {
  const [a, b] = [show(found.lines), show(written.lines)];
  return a === b ? [] : [`lines ${a}, written ${b}`];
}

function show(tally: Tally | null): string {
  return tally === null ? "none" : `${tally.covered}/${tally.total}`;
}
