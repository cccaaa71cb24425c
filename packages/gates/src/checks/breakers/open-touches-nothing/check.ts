import type { Check, CheckInput, Finding, BreakersBody, BreakerRefusals } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { TriedRule } from "../../../evidence/tried.ts";
import { concludeTried } from "../../../evidence/tried.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

const RULES: readonly TriedRule<BreakerRefusals>[] = [
  {
    code: "nothing-submitted",
    text: "with nothing submitted",
    flip: "would be judged with 1 submission",
    offends: ({ submitted }) => submitted === 0,
    outcome: "missing",
  },
  {
    code: "upstream-touched",
    text: "that called the upstream",
    flip: "would pass with 0 calls",
    offends: ({ upstreamCalls }) => upstreamCalls > 0,
  },
  {
    code: "not-refused",
    text: "not refused by the breaker",
    flip: "would pass with `HP-ACTION-CIRCUIT-OPEN` for each",
    offends: ({ submitted, codes }) =>
      codes.length !== submitted || codes.some((code) => code !== "HP-ACTION-CIRCUIT-OPEN"),
  },
  {
    code: "no-letter",
    text: "with a dead letter too few",
    flip: "would pass with a dead letter for each",
    offends: ({ submitted, deadLetters }) => deadLetters < submitted,
  },
];

function judge(input: CheckInput): Finding {
  const tried = bodiesOf<BreakersBody>(input, KIND.breakers).flatMap((body) => body.refusals);
  return concludeTried(tried, {
    noun: "experiment",
    passed: "without a call to the upstream",
    name: ({ submitted, upstreamCalls }) => `${upstreamCalls} calls for ${submitted} submissions`,
    rules: RULES,
  });
}
