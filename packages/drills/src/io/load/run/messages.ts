import type { Counts, ErrorPlace, LoadPlan, RunSecond } from "@holdpoint/core";
import type { EngineEnd } from "../../../load/engine/terms.ts";
import type { WorkerPart } from "../../../load/schedule/arrivals.ts";

/** What a worker is started with. */
export interface WorkerStart extends WorkerPart {
  readonly plan: LoadPlan;
}

export type ToWorker =
  /** The run's clock begins then, on the monotonic clock of the process. */
  { readonly type: "start"; readonly atUs: number } | { readonly type: "stop" };

export type FromWorker =
  | { readonly type: "ready"; readonly open: number; readonly connectFailures: Counts }
  | { readonly type: "second"; readonly second: RunSecond }
  | { readonly type: "ended"; readonly end: WorkerEnd }
  | { readonly type: "failed"; readonly error: WireError };

export interface WorkerEnd {
  readonly engine: EngineEnd | null;
  readonly connectFailures: Counts;
  /** Longest time in which its event loop did not turn. */
  readonly blockedMsMax: number;
  /** Answers that came while nothing was asked. */
  readonly strayAnswers: number;
  /** Requests that were sent twice because the target had not looked at them. */
  readonly repeated: number;
}

export interface WireError {
  readonly code: string;
  readonly message: string;
  readonly place: ErrorPlace;
}
