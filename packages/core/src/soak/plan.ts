import type { KpiPlan } from "../kpi/kpi.ts";
import type { LoadPlan } from "../load/plan.ts";

/** A soak with every default filled in; durations in milliseconds. */
export interface SoakPlan {
  readonly id: string;
  readonly target: SoakTarget;
  readonly iterations: number;
  readonly phases: { readonly warmUp: number; readonly rampDown: number };
  readonly settleMs: number;
  readonly kpis: readonly KpiPlan[];
  readonly parameters: readonly ParameterPlan[];
  readonly rules: readonly TuningRule[];
  readonly guards: GuardPlan;
  readonly applier: ApplierPlan | null;
  /** Leaves that the target changes by itself when it is written, such as a generation; each with all below it. */
  readonly alongside: readonly string[];
  /** True: what it measures is not a real system, and is never release evidence. */
  readonly synthetic: boolean;
}

/** Where an iteration's summary comes from. */
export type SoakTarget =
  /** A command that writes one JSON object; `ITERATION`, `RUN_DIR` and `SUMMARY_FILE` stand in its environment. */
  | { readonly kind: "command"; readonly run: readonly string[]; readonly timeoutMs: number }
  | {
      readonly kind: "http";
      readonly load: LoadPlan;
      /** Page with Prometheus text, scraped before and after; null: none. */
      readonly metricsUrl: string | null;
    };

export interface ParameterPlan {
  /** Dotted path in the target's configuration: `executor.concurrency`. */
  readonly path: string;
  readonly type: "integer" | "number" | "boolean";
  readonly min: number;
  readonly max: number;
  /** Largest change in one iteration. */
  readonly step: number;
  readonly subsystem: string;
  /** Iterations after a change in which it is left alone. */
  readonly cooldown: number;
}

/** When the KPI is beyond the bound, change the parameter by so much. */
export interface TuningRule {
  readonly id: string;
  readonly kpi: string;
  readonly when: { readonly operator: ">" | "<"; readonly value: number };
  readonly parameter: string;
  readonly delta: number;
  /** What the change is to do to the KPI, for the witness. */
  readonly expect: "rise" | "fall";
  readonly priority: number;
}

export interface GuardPlan {
  readonly debounce: { readonly openMs: number; readonly closeMs: number };
  readonly oscillation: { readonly window: number; readonly signChanges: number };
  /** Largest sum of absolute changes of one parameter, in its own unit, within an hour. */
  readonly velocity: { readonly perHour: Readonly<Record<string, number>> };
  readonly latency: { readonly kpi: string; readonly softMs: number; readonly hardMs: number } | null;
  readonly freeze: {
    readonly freezable: readonly string[];
    readonly never: readonly string[];
    readonly minMs: number;
  };
  /** So many good iterations on end freeze what is tuned for so many. */
  readonly steady: { readonly good: number; readonly frozen: number } | null;
}

export type ApplierPlan =
  | { readonly kind: "http"; readonly url: string; readonly headers: readonly (readonly [string, string])[] }
  | { readonly kind: "file"; readonly path: string; readonly reload: readonly string[] | null }
  | { readonly kind: "command"; readonly read: readonly string[]; readonly write: readonly string[] };
