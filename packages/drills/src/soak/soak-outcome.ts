import type { KpiOutcome, SoakBody } from "@holdpoint/core";
import { replayText } from "@holdpoint/core";

/** Sets of bounds: release evidence is held to the strict one. */
export type KpiSet = keyof SoakBody["kpis"];

/** Share of the attempted deltas that has to be there in full when it is read back. */
export const FULL_APPLY_RATIO_MIN: Readonly<Record<KpiSet, number>> = { strict: 0.95, soft: 0.6 };

/** What the KPIs say: one that fails fails the soak; without KPIs, with a gap, or cut short it is inconclusive. */
export function soakOutcome({ kpis, aborted }: Pick<SoakBody, "kpis" | "aborted">, set: KpiSet): KpiOutcome {
  const outcomes = kpis[set].map(({ outcome }) => outcome);
  if (outcomes.includes("fail")) return "fail";
  return aborted !== null || outcomes.length === 0 || outcomes.includes("inconclusive") ? "inconclusive" : "pass";
}

export interface DeltaJudgement {
  readonly outcome: KpiOutcome;
  readonly reason: string;
  readonly ratioMin: number;
}

/** Whether what was let through was really applied. Nothing attempted proves nothing, which is not 1. */
export function judgeDeltas({ deltas, replay }: Pick<SoakBody, "deltas" | "replay">, set: KpiSet): DeltaJudgement {
  const ratioMin = FULL_APPLY_RATIO_MIN[set];
  const { fullApplyRatio, attempted, fullyApplied } = deltas;
  const told = (outcome: KpiOutcome, reason: string): DeltaJudgement => ({ outcome, reason, ratioMin });
  if (!replay.agrees) return told("fail", replayText(replay));
  if (fullApplyRatio === null) return told("inconclusive", "no delta was attempted, so that nothing is proved");
  const reason = `${fullyApplied} of ${attempted} attempted deltas were there in full when they were read back`;
  return fullApplyRatio >= ratioMin ? told("pass", reason) : told("fail", `${reason}, ${ratioMin} is wanted`);
}
