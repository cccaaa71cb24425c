import type { Check, CheckInput, Finding, DeadLettersBody, PolicyReplaySeen } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { TriedRule } from "../../../evidence/tried.ts";
import { concludeTried } from "../../../evidence/tried.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

const RULES: readonly TriedRule<PolicyReplaySeen>[] = [
  {
    code: "nothing-to-deny",
    text: "without a letter",
    flip: "would be judged with 1 letter",
    offends: ({ letters }) => letters === 0,
    outcome: "missing",
  },
  {
    code: "plan-silent",
    text: "not told by the plan",
    flip: "would pass if the plan told each denial",
    offends: ({ letters, plannedDenials }) => plannedDenials < letters,
  },
  {
    code: "not-denied",
    text: "not respected",
    flip: "would pass if each were denied",
    offends: ({ letters, denied }) => denied < letters,
  },
  {
    code: "effect-despite-denial",
    text: "with effects",
    flip: "would pass with 0 effects",
    offends: ({ effects }) => effects > 0,
  },
  {
    code: "letter-closed",
    text: "that closed letters",
    flip: "would pass if each letter were open",
    offends: ({ letters, stillOpen }) => stillOpen < letters,
  },
];

function judge(input: CheckInput): Finding {
  const tried = bodiesOf<DeadLettersBody>(input, KIND.deadLetters).flatMap((body) => body.policies);
  return concludeTried(tried, {
    noun: "change of policy",
    passed: "respected",
    name: ({ letters, denied, effects }) => `${denied} of ${letters} denied, ${effects} effects`,
    rules: RULES,
  });
}
