import type { LoadReason, LoadRunTerms } from "../../evidence/load.ts";
import type { Objective } from "../../slo/objective.ts";
import type { AbortPlan, ValidityLimits } from "../plan.ts";
import type { RunTotals } from "../run/run-tally.ts";
import type { SeriesName } from "../second.ts";

/** First line of `load-<ts>.jsonl`: what the seconds after it are of. */
export interface ArtifactHeader {
  /** Version 1 says nothing of how the run was made, and its seconds nothing of failures by kind and checks. */
  readonly schema: "holdpoint/load-artifact/v1" | "holdpoint/load-artifact/v2";
  readonly id: string;
  readonly startedAtMs: number;
  readonly url: string;
  readonly planSha256: string;
  /** SHA-256 of what is sent and how, wherever to: runs that are compared have the same. */
  readonly sentSha256?: string;
  readonly testbedSha256?: string;
  readonly workers: number;
  readonly phases: readonly ArtifactPhase[];
  /** Seconds name their series by its place in this list. */
  readonly series: readonly SeriesName[];
  /** From version 2 on. */
  readonly made?: RunMade;
}

export interface ArtifactPhase {
  readonly name: string;
  readonly durationMs: number;
  readonly arrival: string;
}

/** What a report says of a run beside its seconds, as far as it was known when the run began. */
export interface RunMade {
  /** Of Holdpoint. */
  readonly version: string;
  /** The run was computed and not made: it is never release evidence. */
  readonly synthetic: boolean;
  /** Arrivals a second that were asked for; null for a closed model. */
  readonly target: number | null;
  readonly connections: number;
  readonly poolFull: string;
  readonly pacing: string;
  readonly warmUpMs: number;
  readonly seed: number;
  readonly testbed: string;
  readonly objectives: readonly Objective[];
  readonly abort: AbortPlan | null;
  readonly validity: ValidityLimits;
  /** Seconds of a window of the report. */
  readonly windowS: number;
  /** Seconds name their checks by their place in this list. */
  readonly checks: readonly string[];
}

/** Last line: without it the file is truncated. */
export interface ArtifactEnd {
  readonly end: true;
  readonly seconds: number;
  readonly totals: RunTotals;
  readonly validity: "valid" | "invalid";
  readonly reasons: readonly LoadReason[];
  /** From version 2 on. */
  readonly ran?: RunRan;
  /** SHA-256 of everything before it, this line's beginning too (`SEAL`), hexadecimal. */
  readonly sha256: string;
}

/** What is known of a run when it has ended, and is in none of its seconds. */
export interface RunRan {
  /** What the clock showed at the end of the last arrival's phase, or of the run that was ended early. */
  readonly durationMs: number;
  readonly queue: { readonly max: number; readonly waited: number };
  /** As in `LoadBody`, and 0 where none was. */
  readonly retried: number;
  /** Processor seconds that the generator spent. */
  readonly cpuS: NonNullable<LoadRunTerms["cpuS"]>;
}

/** What stands between what the digest of the closing line is of, and the digest. */
export const SEAL = ',"sha256":"';
