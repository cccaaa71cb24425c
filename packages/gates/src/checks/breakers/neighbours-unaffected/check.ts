import type { Check, CheckInput, Finding, BreakersBody, BreakerNeighbour } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { TriedRule } from "../../../evidence/tried.ts";
import { concludeTried } from "../../../evidence/tried.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

const RULES: readonly TriedRule<BreakerNeighbour>[] = [
  {
    code: "nothing-submitted",
    text: "with nothing submitted",
    flip: "would be judged with 1 submission",
    offends: ({ submitted }) => submitted === 0,
    outcome: "missing",
  },
  {
    code: "neighbour-hit",
    text: "with failures",
    flip: "would pass if all succeeded",
    offends: ({ submitted, succeeded }) => succeeded < submitted,
  },
  {
    code: "neighbour-open",
    text: "with a breaker that is not closed",
    flip: "would pass if it were closed",
    offends: ({ state }) => state !== "closed",
  },
];

function judge(input: CheckInput): Finding {
  const tried = bodiesOf<BreakersBody>(input, KIND.breakers).flatMap((body) => body.neighbours);
  return concludeTried(tried, {
    noun: "neighbour",
    passed: "unaffected",
    name: ({ adapter, state, submitted, succeeded }) => `${adapter}, ${state}: ${succeeded} of ${submitted}`,
    rules: RULES,
  });
}
