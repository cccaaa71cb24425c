import type { JsonObject, JudgeInput, SelftestBody } from "@holdpoint/core";
import { EVIDENCE_AGE_DEFAULT_MAX_MS, KIND } from "@holdpoint/core";
import { codeDigest } from "../io/code-digest.ts";
import type { RunOptions } from "../options.ts";
import type { RunLedger } from "../run-ledger.ts";
import { selftestBody } from "./selftest.ts";

export interface TimedSelftest {
  /** Gates whose live plants were planted. */
  readonly gates: readonly string[];
  readonly body: SelftestBody;
  readonly startedAtMs: number;
  readonly finishedAtMs: number;
}

const RECORD_KIND = "selftest";

/**
 * The selftest that the ledger holds for exactly this code and these gates, if it is fresh enough; else a new one,
 * recorded.
 */
export async function dueSelftest(
  options: RunOptions,
  plan: Pick<JudgeInput, "run" | "policy">,
  ledger: RunLedger,
): Promise<TimedSelftest> {
  const digest = codeDigest();
  const { maxAgeMs } = plan.policy;
  const ageMaxMs = maxAgeMs[KIND.selftest] ?? maxAgeMs["*"] ?? EVIDENCE_AGE_DEFAULT_MAX_MS;
  const held = ledger.latest(RECORD_KIND) as unknown as TimedSelftest | null;
  // Half the age, so that what is fresh here is still fresh when it is judged.
  const ageMs = options.nowMs() - (held?.finishedAtMs ?? 0);
  const gates = plan.policy.gates.map(({ id }) => id);
  const isForThese = gates.every((gate) => held?.gates?.includes(gate) === true);
  if (held?.body?.codeDigest === digest && isForThese && ageMs >= 0 && ageMs < ageMaxMs / 2) {
    return { ...held, body: { ...held.body, codeDigestNow: digest } };
  }
  const startedAtMs = options.nowMs();
  const live = await options.livePlants(options.signal, gates);
  const timed: TimedSelftest = {
    gates,
    body: selftestBody(options.gates, live, digest),
    startedAtMs,
    finishedAtMs: options.nowMs(),
  };
  ledger.append([{ kind: RECORD_KIND, run: plan.run, body: timed as unknown as JsonObject }]);
  return timed;
}
