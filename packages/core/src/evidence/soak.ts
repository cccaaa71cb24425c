import type { JsonObject } from "../noun/json.ts";
import type { KpiPlan, KpiResult } from "../kpi/kpi.ts";
import type { ParameterPlan } from "../soak/plan.ts";

export type SoakPhase = "warm-up" | "ramp-down" | "steady";

/** Why a proposal was not applied; in the order in which the guards are asked. */
export type SkipReason =
  | "frozen"
  | "oscillation"
  | "velocity"
  | "cooldown"
  | "out-of-bounds"
  | "no-change"
  | "other-subsystem"
  | "unknown-path"
  | "last-iteration"
  | "duplicate"
  /** Changes of it did nothing, or the opposite of what the rule expects, as often as is allowed. */
  | "witness"
  | "tuning-off";

export interface ProposedDelta {
  readonly parameter: string;
  readonly subsystem: string;
  readonly rule: string;
  readonly from: number | null;
  readonly to: number;
  /** Null: it was applied. */
  readonly skipped: { readonly reason: SkipReason; readonly text: string } | null;
}

/** What a leaf was after it was written. */
export interface LeafReading {
  readonly path: string;
  readonly before: number | boolean | string | null;
  readonly wanted: number | boolean | string | null;
  readonly after: number | boolean | string | null;
  /** `drifted`: a declared parameter that was not to change, and did; `wanted` is what it was. */
  readonly verdict: "applied" | "clamped" | "ignored" | "missing" | "type-changed" | "unreadable" | "drifted";
}

/** `ITER_SUMMARY_n`, and one ledger record. */
export interface SoakIteration {
  readonly schema: "holdpoint/soak-iteration/v1";
  readonly iteration: number;
  readonly phase: SoakPhase;
  readonly startedAtMs: number;
  readonly finishedAtMs: number;
  /** As the target gave it; null: it gave none, and `problem` says why. */
  readonly summary: JsonObject | null;
  /** What was wrong with the target: then every value is a gap. */
  readonly problem: { readonly code: string; readonly text: string } | null;
  /** Value by KPI; null is a gap. */
  readonly values: Readonly<Record<string, number | null>>;
  readonly tuning: SoakTuning;
}

export interface SoakTuning {
  readonly enabled: boolean;
  readonly proposed: readonly ProposedDelta[];
  readonly readings: readonly LeafReading[];
  readonly applied: boolean;
  /** SHA-256 of what the parameters were, RFC 8785, before and after. */
  readonly stateBefore: string | null;
  readonly stateAfter: string | null;
  /** Paths that are no declared parameters and changed while it was written; by name, at most a hundred. */
  readonly others: readonly string[];
  /** Why the configuration could not be read or written; null: it could. */
  readonly problem: { readonly code: string; readonly text: string } | null;
  /** Of the change made in the iteration before; null: there was none to look at. */
  readonly witness: {
    readonly parameter: string;
    readonly kpi: string;
    readonly expected: "rise" | "fall";
    readonly moved: number | null;
    readonly seen: "as-expected" | "opposite" | "none" | "unknown";
  } | null;
  readonly reverted: boolean;
  readonly guards: {
    readonly frozen: readonly string[];
    readonly oscillating: readonly string[];
    readonly latency: "ok" | "soft" | "hard" | "unknown";
    readonly steady: boolean;
  };
}

/** `DELTA_VERIFY_REPORT`: only real applications count; skips are apart. */
export interface DeltaVerification {
  readonly proposed: number;
  readonly skipped: number;
  readonly attempted: number;
  readonly fullyApplied: number;
  readonly clamped: number;
  readonly ignored: number;
  readonly missing: number;
  /** fullyApplied / attempted; null where nothing was attempted, which is no proof of anything. */
  readonly fullApplyRatio: number | null;
  readonly nestedMissPaths: readonly string[];
  readonly stuck: readonly string[];
  /** Paths that are no declared parameters and changed while parameters were written, by name. */
  readonly otherPaths: readonly string[];
}

/** What came of deciding a recorded run again. */
export interface SoakReplay {
  /** Every recorded decision was made again; never true where nothing was recorded. */
  readonly agrees: boolean;
  /** So many were made again. */
  readonly iterations: number;
  readonly difference: ReplayDifference | null;
}

/** The first thing in which a record and its replay differ. */
export interface ReplayDifference {
  readonly iteration: number;
  /** `iteration`: it is not there; `values`: a KPI is not what the summary gives. */
  readonly field: "iteration" | "values" | "proposed" | "witness" | "reverted" | "guards";
  readonly kpi: string | null;
  readonly rule: string | null;
  readonly parameter: string | null;
  /** Canonical JSON; null: there is none. */
  readonly recorded: string | null;
  readonly replayed: string | null;
}

/** What of the plan the records are held against again: KPIs, and what the tuning was allowed to do. */
export interface SoakTerms {
  readonly phases: { readonly warmUp: number; readonly rampDown: number };
  readonly kpis: readonly KpiPlan[];
  readonly parameters: readonly ParameterPlan[];
  readonly freeze: { readonly freezable: readonly string[]; readonly never: readonly string[]; readonly minMs: number };
  /** Leaves that may change beside the parameters. */
  readonly alongside: readonly string[];
}

/** Body of `soak` evidence. */
export interface SoakBody {
  readonly schema: "holdpoint/soak/v1";
  readonly id: string;
  readonly run: string;
  readonly target: string;
  readonly synthetic: boolean;
  readonly planned: number;
  readonly terms: SoakTerms;
  /** Numbered from 1 on. */
  readonly iterations: readonly SoakIteration[];
  /** Of the iterations of the steady phase. */
  readonly kpis: { readonly strict: readonly KpiResult[]; readonly soft: readonly KpiResult[] };
  readonly deltas: DeltaVerification;
  readonly tuningEnabled: boolean;
  readonly aborted: string | null;
  readonly planSha256: string;
  /** Recorded KPIs decided again; in evidence by whoever collected it, never as the record says. */
  readonly replay: SoakReplay;
}
