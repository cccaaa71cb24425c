import type { Check, CheckInput, Finding, PlannedGate } from "@holdpoint/core";
import { GATE_CHECKS_MIN } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude, only } from "../../../conclude.ts";
import { plannedGates } from "../../../evidence/planned-gates.ts";
import { countParam } from "../../../params.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const min = Math.max(countParam(input.params, "min"), GATE_CHECKS_MIN);
  const gates = plannedGates(input);
  const fewest = Math.min(...gates.map((gate) => gate.checks.length));
  if (gates.length === 0) return only(noGate(min));
  return conclude(
    gates.flatMap((gate) => problemsOf(gate, min)),
    {
      reason: `${count(gates.length, "gate")} with ${fewest} or more checks each`,
      observed: fewest,
      threshold: min,
    },
  );
}

function problemsOf({ id, checks, sections }: PlannedGate, min: number): Problem[] {
  const problems: Problem[] = [];
  if (checks.length < min) {
    problems.push({
      outcome: "fail",
      code: "too-few-checks",
      text: `the gate "${id}" has ${count(checks.length, "check")}, at least ${min} are wanted`,
      observed: checks.length,
      threshold: min,
      flip: `would pass with ${count(min - checks.length, "more check")}`,
    });
  }
  if (sections.length === 0) {
    problems.push({
      outcome: "fail",
      code: "no-section",
      text: `the gate "${id}" speaks for no audit section`,
      observed: 0,
      threshold: "at least 1 section",
      flip: "would pass with 1 section",
    });
  }
  return problems;
}

function noGate(min: number): Problem {
  return {
    outcome: "fail",
    code: "too-few-checks",
    text: "the profile has no gate that exists",
    observed: 0,
    threshold: min,
    flip: "would pass with one gate that exists",
  };
}
