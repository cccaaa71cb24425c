import type { Bounds, KnownTimes } from "./known-times.ts";

/** What a file tells of a run, one of its windows, or one of its endpoints. */
export interface ImportedPart {
  readonly completed: number;
  readonly failed: number;
  /** Which endpoint a dropped arrival was for is not told. */
  readonly dropped: Bounds;
  readonly elapsedMs: number;
  /** Null where none is told. */
  readonly times: KnownTimes | null;
  /** Some of the times may be of requests that failed: they are not told apart. */
  readonly isMixed: boolean;
}

/** How many completed, and that within a limit: what failed fast must not count as fast. */
export function completedWithin(part: ImportedPart, ms: number): Bounds {
  const { completed, times } = part;
  if (times === null) return [0, completed];
  const [least, most] = times.within(ms);
  return [Math.max(0, least - failedAmong(part)), Math.min(completed, most + untimed(part))];
}

/** So many of the times are of requests that failed: whatever completed has one, where there are enough of them. */
export function failedAmong({ completed, failed, times, isMixed }: ImportedPart): number {
  const count = times?.count ?? 0;
  if (!isMixed) return 0;
  return Math.min(failed, count >= completed ? count - completed : count);
}

/** So many that completed may have no time. */
export function untimed(part: ImportedPart): number {
  const { completed, times } = part;
  const count = times?.count ?? 0;
  return count >= completed ? 0 : Math.min(completed, completed - count + failedAmong(part));
}
