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
    code: "not-one-action",
    text: "that made not one new action",
    flip: "would pass with 1 new action",
    offends: ({ newActions }) => newActions !== 1,
  },
  {
    code: "not-linked",
    text: "not linked to the original",
    flip: "would pass if it named its original and the next generation",
    offends: (one) => one.linkedTo !== one.original || one.generation !== 1,
  },
  {
    code: "original-changed",
    text: "that changed the original",
    flip: "would pass if the original were as before",
    offends: (one) => one.originalBefore !== one.originalAfter,
  },
  {
    code: "same-trace",
    text: "in the old trace",
    flip: "would pass with a trace of its own",
    offends: ({ sameTrace }) => sameTrace,
  },
  {
    code: "not-replayed",
    text: "that succeeded without closing the letter",
    flip: "would pass if the letter were replayed",
    offends: (one) => one.upstream === "healthy" && (one.newState !== "SUCCEEDED" || one.letterStatus !== "replayed"),
  },
];

function judge(input: CheckInput): Finding {
  const tried = bodiesOf<DeadLettersBody>(input, KIND.deadLetters).flatMap((body) => body.replays);
  return concludeTried(tried, {
    noun: "replay",
    passed: "made a new linked action",
    name: ({ original, newState, letterStatus }) => `${original}: ${newState}, ${letterStatus}`,
    rules: RULES,
  });
}
