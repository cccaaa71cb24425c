import { boundedInteger } from "../bounds/bounded-integer.ts";

/** Nothing waits longer than a day. */
export const TIMEOUT_MS_MAX = 86_400_000;

/**
 * The instant at which `timeoutMs` from now are over.
 *
 * @throws HoldpointError `HP-CONFIG-VALUE` unless it is a whole number from 0 to one day
 */
export function deadlineFrom(nowMs: number, timeoutMs: number): number {
  return nowMs + boundedInteger("timeout_ms", timeoutMs, 0, TIMEOUT_MS_MAX);
}

/** What is left, at least 0 and at most a day; 0 for instants that are none. Null deadline: a day. */
export function remainingMs(deadlineAtMs: number | null, nowMs: number): number {
  if (deadlineAtMs === null) return TIMEOUT_MS_MAX;
  const leftMs = deadlineAtMs - nowMs;
  return leftMs > 0 ? Math.min(TIMEOUT_MS_MAX, Math.floor(leftMs)) : 0;
}

/** Whether something that takes `neededMs` could start now and still end before the deadline. */
export function withinDeadline(deadlineAtMs: number | null, nowMs: number, neededMs: number = 0): boolean {
  return deadlineAtMs === null || nowMs + neededMs < deadlineAtMs;
}

/** The earlier of two deadlines, of which either may be none. */
export function earlierDeadline(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}
