import type { LatencySummary, LiveSlo } from "@holdpoint/core";

/** What a person sees while a run goes on; milliseconds and requests a second. */
export interface LiveSecond {
  /** Since the clock began, from 0; seconds beyond `plannedS` are the drain. */
  readonly second: number;
  readonly plannedS: number;
  /** Null in the drain. */
  readonly phase: string | null;
  readonly due: number;
  readonly sent: number;
  readonly completed: number;
  readonly failed: number;
  readonly dropped: number;
  readonly queued: number;
  /** Of this second alone. */
  readonly response: LatencySummary | null;
  readonly service: LatencySummary | null;
  readonly slo: readonly LiveSlo[];
}
