import type { ParameterPlan, SoakTuning, TuningRule } from "@holdpoint/core";
import type { ReplayDifference } from "../../tuning/replay.ts";
import { replaySoak } from "../../tuning/replay.ts";
import type { ReportHead, ReportInput } from "./report-input.ts";
import { headOf } from "./report-input.ts";

/** `TUNING_REPORT.json`: every decision with what it was made of, and whether it is made again. */
export interface TuningReport extends ReportHead {
  readonly schema: "holdpoint/soak-tuning/v1";
  readonly enabled: boolean;
  readonly parameters: readonly (ParameterPlan & { readonly first: number | null; readonly last: number | null })[];
  readonly rules: readonly TuningRule[];
  readonly iterations: readonly (Omit<SoakTuning, "enabled"> & { readonly iteration: number })[];
  readonly replay: { readonly agrees: boolean; readonly difference: ReplayDifference | null };
}

export function tuningReportOf(input: ReportInput): TuningReport {
  const { record, body } = input;
  const { agrees, difference } = replaySoak(record.plan, body.iterations);
  const { first, last } = record.parameters;
  return {
    schema: "holdpoint/soak-tuning/v1",
    ...headOf(input),
    enabled: body.tuningEnabled,
    parameters: body.terms.parameters.map((parameter) => ({
      ...parameter,
      first: first[parameter.path] ?? null,
      last: last[parameter.path] ?? null,
    })),
    rules: record.plan.rules,
    iterations: body.iterations.map(({ iteration, tuning }) => {
      const { proposed, readings, applied, stateBefore, stateAfter, witness, reverted, guards } = tuning;
      return { iteration, proposed, readings, applied, stateBefore, stateAfter, witness, reverted, guards };
    }),
    replay: { agrees, difference },
  };
}
