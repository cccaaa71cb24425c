import type { ParameterPlan, SoakReplay, SoakTuning, TuningRule } from "@holdpoint/core";
import { replaySoak } from "@holdpoint/core";
import type { ReportHead, ReportInput } from "./report-input.ts";
import { headOf } from "./report-input.ts";

/** `TUNING_REPORT.json`: every decision with what it was made of, and whether it is made again. */
export interface TuningReport extends ReportHead {
  readonly schema: "holdpoint/soak-tuning/v1";
  readonly enabled: boolean;
  readonly parameters: readonly (ParameterPlan & { readonly first: number | null; readonly last: number | null })[];
  readonly rules: readonly TuningRule[];
  readonly iterations: readonly (Omit<SoakTuning, "enabled"> & { readonly iteration: number })[];
  readonly replay: SoakReplay;
}

export function tuningReportOf(input: ReportInput): TuningReport {
  const { record, body } = input;
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
      const { enabled: _, ...rest } = tuning;
      return { iteration, ...rest };
    }),
    replay: replaySoak(record.plan, body.iterations),
  };
}
