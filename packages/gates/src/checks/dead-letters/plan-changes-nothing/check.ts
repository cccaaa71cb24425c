import type { Check, CheckInput, Finding, DeadLettersBody, PlanSeen } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { TriedRule } from "../../../evidence/tried.ts";
import { concludeTried } from "../../../evidence/tried.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

const RULES: readonly TriedRule<PlanSeen>[] = [
  {
    code: "wrong-count",
    text: "with another count",
    flip: "would pass if it counted what matches",
    offends: ({ planned, expected }) => planned !== expected,
  },
  {
    code: "letters-changed",
    text: "that changed letters",
    flip: "would pass if every letter were as before",
    offends: (one) => one.lettersBefore !== one.lettersAfter,
  },
  {
    code: "actions-made",
    text: "that made actions",
    flip: "would pass with as many actions as before",
    offends: (one) => one.actionsBefore !== one.actionsAfter,
  },
  {
    code: "upstream-touched",
    text: "that called the upstream",
    flip: "would pass with 0 calls",
    offends: ({ upstreamCalls }) => upstreamCalls > 0,
  },
];

function judge(input: CheckInput): Finding {
  const tried = bodiesOf<DeadLettersBody>(input, KIND.deadLetters).flatMap((body) => body.plans);
  return concludeTried(tried, {
    noun: "plan",
    passed: "counted right and changed nothing",
    name: ({ planned, expected }) => `${planned} of ${expected} letters`,
    rules: RULES,
  });
}
