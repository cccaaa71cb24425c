/** Absolute changes of one parameter, summed up in parts of the hour, so that a long soak keeps few of them. JSON. */
export interface Spent {
  /** Number of the part, counted from the clock's zero. */
  readonly part: number;
  readonly sum: number;
}

const HOUR_MS = 3_600_000;
const PART_MS = 5000;

export function spend(spent: readonly Spent[], delta: number, atMs: number): readonly Spent[] {
  const part = Math.floor(atMs / PART_MS);
  const kept = withinHour(spent, atMs);
  const last = kept.at(-1);
  if (last?.part !== part) return [...kept, { part, sum: Math.abs(delta) }];
  return [...kept.slice(0, -1), { part, sum: last.sum + Math.abs(delta) }];
}

/**
 * Sum of the absolute changes within the last hour. A part counts until its last instant is an hour ago: rather five
 * seconds too long than one too short.
 */
export function spentWithinHour(spent: readonly Spent[], nowMs: number): number {
  return withinHour(spent, nowMs).reduce((total, { sum }) => total + sum, 0);
}

/** Whether one more change would be more than the parameter may move within an hour; no limit, no refusal. */
export function isTooFast(
  spent: readonly Spent[],
  delta: number,
  nowMs: number,
  perHourMax: number | undefined,
): boolean {
  if (perHourMax === undefined) return false;
  // What adds up to the limit is within it, however the fractions were rounded on the way.
  return spentWithinHour(spent, nowMs) + Math.abs(delta) > perHourMax * (1 + 1e-9);
}

function withinHour(spent: readonly Spent[], nowMs: number): readonly Spent[] {
  return spent.filter(({ part }) => (part + 1) * PART_MS > nowMs - HOUR_MS);
}
