import type { Action } from "../contract/action.ts";
import type { Decision } from "../contract/guardian.ts";
import type { ActionState } from "../contract/state.ts";
import { caller, submission } from "../testing-gateway.ts";
import { newAction } from "./new-action.ts";

export const NOW_MS = 1_800_000_000_000;
export const POLICY_DIGEST: string = `sha256:${"1".repeat(64)}`;

export const ALLOW: Decision = {
  decision: "ALLOW",
  reasonCode: "rule_allowed",
  reason: "the rule says so",
  risk: "low",
  policyDigest: POLICY_DIGEST,
};

/** An action in a state, as if it had come there. */
export function actionIn(state: ActionState, over: Partial<Action> = {}): Action {
  const terms = { id: "act_1", nowMs: NOW_MS, replayOf: null, generation: 0 };
  const asked = submission("effect", { n: 1 }, { idempotencyKey: "k", sessionId: "s", deadlineMs: 60_000 });
  return { ...newAction(asked, caller(), terms), state, decision: ALLOW, ...over };
}
