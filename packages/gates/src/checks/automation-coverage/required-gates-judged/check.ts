import type { ArtifactsBody, Check, CheckInput, Finding, PlanBody } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { plans } from "../../../evidence/planned-gates.ts";
import { SELF_GATE_IDS } from "../../../self-gates.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const judged = new Set(
    bodiesOf<ArtifactsBody>(input, KIND.artifacts).flatMap((body) => body.artifacts.map(({ gate }) => gate)),
  );
  const all = plans(input);
  const required = all.flatMap((plan) => plan.requiredGates);
  const problems = all.flatMap((plan) => [
    ...unknown(plan),
    ...plan.requiredGates.flatMap((id) => unmet(id, plan, judged)),
  ]);
  if (required.length === 0) problems.push(nothingRequired());
  return conclude(problems, {
    reason: `${count(required.length, "required gate")} judged`,
    observed: required.length,
    threshold: required.length,
  });
}

function unknown({ gates, profile }: PlanBody): Problem[] {
  return gates
    .filter((gate) => !gate.exists)
    .map(({ id }) => ({
      outcome: "fail",
      code: "gate-unknown",
      text: `the profile "${profile}" names the gate "${id}", which does not exist`,
      observed: "no such gate",
      threshold: "a gate of that name",
      flip: `would pass with a gate "${id}", or without the entry`,
    }));
}

function unmet(id: string, { gates, profile }: PlanBody, judged: ReadonlySet<string>): Problem[] {
  const planned = gates.find((gate) => gate.id === id);
  const fail = (code: string, text: string): Problem[] => [
    {
      outcome: "fail",
      code,
      text,
      observed: "not judged",
      threshold: "judged",
      flip: `would pass once "${id}" is judged`,
    },
  ];
  if (planned === undefined)
    return fail("gate-not-planned", `the profile "${profile}" requires the gate "${id}" and leaves it out`);
  // The self gates are being judged right now; the verdict itself holds when one of them is not.
  if (!planned.exists || SELF_GATE_IDS.includes(id) || judged.has(id)) return [];
  return fail("gate-not-judged", `the required gate "${id}" was not judged`);
}

function nothingRequired(): Problem {
  return {
    outcome: "warn",
    code: "nothing-required",
    text: "the profile requires no gate, so that dropping one goes unnoticed",
    observed: 0,
    threshold: "at least 1",
    flip: "would pass with `requireGates` in the profile",
  };
}
