import type { TestShare } from "./shape.ts";

const ENOUGH_PERCENT = 100;

/** What the ratchet says of the rooms: lines of tests for 100 lines of source may only fall while above 100. */
export function ratchetViolations(
  shares: ReadonlyMap<string, TestShare>,
  floors: Readonly<Record<string, number>>,
): string[] {
  return [...shares].flatMap(([room, { source, test }]) => {
    if (source === 0) return [];
    const floor = Math.min(floors[room] ?? ENOUGH_PERCENT, ENOUGH_PERCENT);
    if (test * 100 >= floor * source) return [];
    const short = Math.ceil((floor * source) / 100) - test;
    return [`${room}: ${test} lines of tests for ${source} of source; ${short} short of ${floor} %`];
  });
}
