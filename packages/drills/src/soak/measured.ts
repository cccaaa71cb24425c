import type { JsonObject, LoadBody, MetricScrapes, SoakIteration, SoakPlan } from "@holdpoint/core";
import { selectValue } from "@holdpoint/core";

/** What one iteration of the target left behind. */
export interface Measured {
  readonly summary: JsonObject | null;
  readonly load: LoadBody | null;
  readonly exposition: MetricScrapes | null;
  /** Why there is nothing, or nothing that counts. */
  readonly problem: SoakIteration["problem"];
}

/** Brings one iteration of the target about and tells what it left; never throws for what the target did wrong. */
export type Measure = (iteration: number, signal: AbortSignal) => Promise<Measured>;

export const NOTHING: Omit<Measured, "problem"> = { summary: null, load: null, exposition: null };

/** Value by KPI. Where something went wrong every value is a gap: half of an iteration flatters. */
export function valuesOf(kpis: SoakPlan["kpis"], measured: Measured): SoakIteration["values"] {
  const { problem, ...readings } = measured;
  return Object.fromEntries(
    kpis.map(({ id, select }) => [id, problem === null ? selectValue(select, readings) : null]),
  );
}
