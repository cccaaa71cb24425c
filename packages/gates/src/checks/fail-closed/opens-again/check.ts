import type { Check, CheckInput, FailClosedBody, Finding } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { failClosedBodies } from "../../../evidence/fail-closed-rules.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  return conclude(failClosedBodies(input).flatMap(problemsOf), {
    reason: "ready, and an honest action had exactly 1 effect after everything was tried",
    observed: 1,
    threshold: 1,
  });
}

function problemsOf({ after }: FailClosedBody): Problem[] {
  const action = after.honestAction ?? "no answer";
  const effects = after.effects ?? "no count";
  const fail = (code: string, text: string, observed: string | number, threshold: string | number): Problem => ({
    outcome: "fail",
    code,
    text: `afterwards ${text}`,
    observed,
    threshold,
    flip: `would pass with ${threshold}`,
  });
  return [
    ...(after.ready ? [] : [fail("not-ready", "the gateway is not ready", "not ready", "ready")]),
    ...(action === "SUCCEEDED"
      ? []
      : [fail("honest-action-failed", `an honest action ended ${action}`, action, "SUCCEEDED")]),
    ...(effects === 1 ? [] : [fail("effects-differ", `an honest action had ${effects} effects, not 1`, effects, 1)]),
  ];
}
