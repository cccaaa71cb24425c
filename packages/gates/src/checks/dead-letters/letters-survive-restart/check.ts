import type { Check, CheckInput, Finding, DeadLettersBody, LetterRestartSeen } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { TriedRule } from "../../../evidence/tried.ts";
import { concludeTried } from "../../../evidence/tried.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

const RULES: readonly TriedRule<LetterRestartSeen>[] = [
  {
    code: "no-letters",
    text: "without a letter",
    flip: "would be judged with 1 letter",
    offends: ({ before }) => before === 0,
    outcome: "missing",
  },
  {
    code: "lost",
    text: "that lost letters",
    flip: "would pass with as many letters as before",
    offends: ({ before, after }) => after < before,
  },
  {
    code: "changed",
    text: "that changed letters",
    flip: "would pass if every letter were as before",
    offends: (one) => one.digestBefore !== one.digestAfter,
  },
];

function judge(input: CheckInput): Finding {
  const tried = bodiesOf<DeadLettersBody>(input, KIND.deadLetters).flatMap((body) => body.restarts);
  return concludeTried(tried, {
    noun: "restart",
    passed: "kept every letter",
    name: ({ before, after }) => `${before} letters before, ${after} after`,
    rules: RULES,
  });
}
