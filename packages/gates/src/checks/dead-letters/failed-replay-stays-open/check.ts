import type { Check, CheckInput, Finding, DeadLettersBody, ReplaySeen } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { TriedRule } from "../../../evidence/tried.ts";
import { concludeTried } from "../../../evidence/tried.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

const RULES: readonly TriedRule<ReplaySeen>[] = [
  {
    code: "did-not-fail",
    text: "that did not fail",
    flip: "would be judged with a failed replay",
    offends: ({ newState }) => newState !== "DEAD",
    outcome: "missing",
  },
  {
    code: "closed-by-failure",
    text: "that closed the letter",
    flip: "would pass if the letter were open",
    offends: ({ letterStatus }) => letterStatus !== "open",
  },
];

function judge(input: CheckInput): Finding {
  const tried = bodiesOf<DeadLettersBody>(input, KIND.deadLetters).flatMap((body) =>
    body.replays.filter((one) => one.upstream === "failing"),
  );
  return concludeTried(tried, {
    noun: "failed replay",
    passed: "left the letter open",
    name: ({ original, newState, letterStatus }) => `${original}: ${newState}, ${letterStatus}`,
    rules: RULES,
  });
}
