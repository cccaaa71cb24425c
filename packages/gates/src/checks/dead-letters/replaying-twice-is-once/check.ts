import type { Check, CheckInput, Finding, DeadLettersBody, RepetitionSeen } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { TriedRule } from "../../../evidence/tried.ts";
import { concludeTried } from "../../../evidence/tried.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

const RULES: readonly TriedRule<RepetitionSeen>[] = [
  {
    code: "replayed-once",
    text: "run only once",
    flip: "would be judged with 2 runs",
    offends: ({ runs, letters }) => runs < 2 || letters < 1,
    outcome: "missing",
  },
  {
    code: "effect-repeated",
    text: "with repeated effects",
    flip: "would pass with 1 effect a letter",
    offends: ({ letters, effects }) => effects > letters,
  },
  {
    code: "effect-missing",
    text: "with missing effects",
    flip: "would pass with 1 effect a letter",
    offends: ({ letters, effects }) => effects < letters,
  },
  {
    code: "actions-repeated",
    text: "with repeated actions",
    flip: "would pass with 1 new action a letter",
    offends: ({ letters, newActions }) => newActions > letters,
  },
];

function judge(input: CheckInput): Finding {
  const tried = bodiesOf<DeadLettersBody>(input, KIND.deadLetters).flatMap((body) => body.repetitions);
  return concludeTried(tried, {
    noun: "repeated replay",
    passed: "had one effect a letter",
    name: ({ letters, effects, newActions }) => `${effects} effects and ${newActions} actions for ${letters} letters`,
    rules: RULES,
  });
}
