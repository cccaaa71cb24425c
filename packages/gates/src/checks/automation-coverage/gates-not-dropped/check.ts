import type { BaselineGate, Check, CheckInput, Finding, PlannedGate } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude, only } from "../../../conclude.ts";
import { plannedGates } from "../../../evidence/planned-gates.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const before = input.baseline?.gates ?? [];
  const now = plannedGates(input);
  if (before.length === 0) return only(silent());
  const checks = before.reduce((sum, gate) => sum + gate.checks.length, 0);
  return conclude(
    before.flatMap((gate) =>
      problemsOf(
        gate,
        now.find((one) => one.id === gate.id),
      ),
    ),
    {
      reason: `${count(before.length, "gate")} with ${count(checks, "check")} of the last promotion are all there`,
      observed: before.length,
      threshold: before.length,
    },
  );
}

function problemsOf(before: BaselineGate, now: PlannedGate | undefined): Problem[] {
  const { id, blocking, checks } = before;
  if (now === undefined) {
    return [
      {
        outcome: "fail",
        code: "gate-dropped",
        text: `the gate "${id}" judged the last promotion and is not in the profile now`,
        observed: "gone",
        threshold: "judged",
        flip: `would pass with the gate "${id}"`,
      },
    ];
  }
  const gone = checks.map((one) => one.id).filter((one) => !now.checks.some((there) => there.id === one));
  const problems: Problem[] = [];
  if (gone.length > 0) {
    problems.push({
      outcome: "fail",
      code: "check-dropped",
      text: `${count(gone.length, "check")} of the gate "${id}" are gone: ${listed(gone)}`,
      observed: now.checks.length,
      threshold: checks.length,
      flip: `would pass with ${listed(gone)}`,
    });
  }
  if (blocking && !now.blocking) {
    problems.push({
      outcome: "fail",
      code: "now-advisory",
      text: `the gate "${id}" was blocking at the last promotion and is advisory now`,
      observed: "advisory",
      threshold: "blocking",
      flip: "would pass with `blocking: true`",
    });
  }
  return problems;
}

function silent(): Problem {
  return {
    outcome: "missing",
    code: "baseline-silent",
    text: "the last promotion does not say which gates judged it",
    observed: 0,
    threshold: "at least 1 gate",
    flip: "would be judged against a promotion that names its gates",
  };
}
