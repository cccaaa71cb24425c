import type { Gate, Json, JudgeInput, Judgement } from "@holdpoint/core";
import { factsOf, inheritedGates } from "../plan/facts.ts";

/** What later releases inherit from this one: a `Baseline` without the choice that finds it. Null for a HOLD. */
export function promotionOf(judgement: Judgement, input: JudgeInput, gates: readonly Gate[], verdict: string): Json {
  if (judgement.verdict !== "PROMOTE") return null;
  return {
    verdict,
    candidate: judgement.candidate,
    promotedAt: judgement.judgedAt,
    policyDigest: judgement.policyDigest,
    gates: inheritedGates(judgement.gates),
    facts: factsOf(gates, input),
  } as unknown as Json;
}
