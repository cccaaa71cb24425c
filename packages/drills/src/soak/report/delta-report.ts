import type { DeltaVerification, LeafReading, SoakReplay } from "@holdpoint/core";
import { isAlongside, replaySoak, verifyDeltas } from "@holdpoint/core";
import type { DeltaJudgement } from "../soak-outcome.ts";
import { judgeDeltas } from "../soak-outcome.ts";
import type { ReportHead, ReportInput } from "./report-input.ts";
import { headOf } from "./report-input.ts";

/** `DELTA_VERIFY_REPORT.json`: each delta that was let through against what was read back, counted anew. */
export interface DeltaReport extends ReportHead {
  readonly schema: "holdpoint/soak-deltas/v1";
  readonly deltas: DeltaVerification;
  readonly strict: DeltaJudgement;
  readonly soft: DeltaJudgement;
  readonly attempts: readonly DeltaAttempt[];
  /** What changed beside the parameters while they were written. */
  readonly others: readonly { readonly iteration: number; readonly path: string; readonly expected: boolean }[];
  readonly replay: SoakReplay;
}

export interface DeltaAttempt {
  readonly iteration: number;
  readonly parameter: string;
  readonly from: number | null;
  readonly to: number;
  /** Null: nobody read it back. */
  readonly reading: LeafReading | null;
}

export function deltaReportOf(input: ReportInput): DeltaReport {
  const { iterations, terms } = input.body;
  const replay = replaySoak(input.record.plan, iterations);
  const deltas = verifyDeltas(iterations);
  const judged = { deltas, replay };
  const attempts = iterations.flatMap(({ iteration, tuning: { proposed, readings } }) =>
    proposed
      .filter(({ skipped }) => skipped === null)
      .map(({ parameter, from, to }) => {
        const reading = readings.find(({ path, verdict }) => path === parameter && verdict !== "drifted") ?? null;
        return { iteration, parameter, from, to, reading };
      }),
  );
  return {
    schema: "holdpoint/soak-deltas/v1",
    ...headOf(input),
    deltas,
    strict: judgeDeltas(judged, "strict"),
    soft: judgeDeltas(judged, "soft"),
    attempts,
    others: iterations.flatMap(({ iteration, tuning }) =>
      tuning.others.map((path) => ({ iteration, path, expected: isAlongside(path, terms.alongside) })),
    ),
    replay,
  };
}
