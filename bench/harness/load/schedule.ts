/** An absolute schedule: the n-th request is due at `startMs + n / rate`, whatever became of those before it. */
export interface Schedule {
  readonly startMs: number;
  readonly perSecond: number;
}

/** When the n-th request (from 0) is due. Computed from the start, so that no error adds up. */
export function dueMs({ startMs, perSecond }: Schedule, index: number): number {
  return startMs + (index * 1000) / perSecond;
}

/** How many requests are due at an instant: the smallest index that is not. */
export function dueCount(schedule: Schedule, nowMs: number): number {
  if (nowMs < schedule.startMs) return 0;
  let count = Math.floor(((nowMs - schedule.startMs) * schedule.perSecond) / 1000) + 1;
  while (count > 0 && dueMs(schedule, count - 1) > nowMs) count -= 1;
  while (dueMs(schedule, count) <= nowMs) count += 1;
  return count;
}
