import type { SoakTuning } from "../evidence/soak.ts";
import type { SoakPlan } from "../soak/plan.ts";
import type { Change } from "./guards/change.ts";
import type { Debounced } from "./guards/debounced.ts";
import type { Attempt } from "./guards/duplicate.ts";
import type { FreezeState } from "./guards/freeze.ts";
import type { LatencyState } from "./guards/latency.ts";
import { CALM } from "./guards/latency.ts";
import type { SteadyState } from "./guards/steady.ts";
import { RESTLESS } from "./guards/steady.ts";
import type { Undo } from "./guards/undo.ts";
import type { Spent } from "./guards/velocity.ts";
import type { Strikes, Watch } from "./guards/witness.ts";

/** The part of a soak's plan that decides. */
export type TuningPlan = Pick<SoakPlan, "iterations" | "kpis" | "parameters" | "rules" | "guards">;

type ByName<T> = Readonly<Record<string, T>>;

/** All that one decision leaves to the next; the parts of a parameter go by its path. JSON. */
export interface TuningState {
  /** Latest instant that was told; time does not run backwards. */
  readonly atMs: number;
  /** KPIs of the iteration before. */
  readonly values: ByName<number | null>;
  readonly changes: ByName<readonly Change[]>;
  readonly changedIn: ByName<number>;
  readonly spent: ByName<readonly Spent[]>;
  readonly attempts: ByName<Attempt>;
  readonly undo: Undo;
  readonly watch: Watch | null;
  /** By rule. */
  readonly strikes: ByName<Strikes>;
  /** By KPI: how much it moves while nothing is changed. */
  readonly quiet: ByName<readonly number[]>;
  /** By subsystem. */
  readonly oscillating: ByName<Debounced>;
  readonly latency: LatencyState;
  readonly steady: SteadyState;
  readonly holds: FreezeState;
}

/** What an iteration brought. */
export interface TuningInput {
  /** From 1. */
  readonly iteration: number;
  /** Milliseconds of a clock that does not run backwards; what was measured holds from here… */
  readonly startedAtMs: number;
  /** …to here, `finishedAtMs` of the record: the end of measuring, when it is decided. */
  readonly nowMs: number;
  readonly values: ByName<number | null>;
  /** The parameters as the target tells them; null or absent: the path leads to nothing of the declared type. */
  readonly current: ByName<number | null>;
  /** What became of the decision before; null in the first iteration. */
  readonly before: Pick<SoakTuning, "proposed" | "readings"> | null;
  /** False: everything is proposed and nothing is let through. */
  readonly enabled: boolean;
}

export const TUNING_START: TuningState = {
  atMs: 0,
  values: {},
  changes: {},
  changedIn: {},
  spent: {},
  attempts: {},
  undo: {},
  watch: null,
  strikes: {},
  quiet: {},
  oscillating: {},
  latency: CALM,
  steady: RESTLESS,
  holds: {},
};
