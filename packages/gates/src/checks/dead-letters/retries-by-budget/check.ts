import type { Check, CheckInput, Finding, DeadLettersBody, DeathSeen } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { TriedRule } from "../../../evidence/tried.ts";
import { concludeTried } from "../../../evidence/tried.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

const RULES: readonly TriedRule<DeathSeen>[] = [
  {
    code: "over-budget",
    text: "with too many calls",
    flip: "would pass with as many calls as the budget allows",
    offends: (one) => one.upstreamCalls !== null && one.upstreamCalls > one.attemptsDue,
  },
  {
    code: "under-budget",
    text: "with too few calls",
    flip: "would pass with as many calls as the budget allows",
    offends: (one) => one.upstreamCalls !== null && one.upstreamCalls < one.attemptsDue,
  },
  {
    code: "attempts-differ",
    text: "whose letter tells other attempts",
    flip: "would pass if the letter told each attempt",
    offends: (one) => one.letterAttempts !== (one.upstreamCalls ?? one.attemptsDue),
  },
];

function judge(input: CheckInput): Finding {
  const tried = bodiesOf<DeadLettersBody>(input, KIND.deadLetters).flatMap((body) => body.deaths);
  return concludeTried(tried, {
    noun: "death",
    passed: "after as many attempts as the budget allows",
    name: ({ failureClass, upstreamCalls, letterAttempts, attemptsDue }) =>
      `${failureClass}: ${upstreamCalls ?? "no"} calls, ${letterAttempts} attempts, ${attemptsDue} due`,
    rules: RULES,
  });
}
