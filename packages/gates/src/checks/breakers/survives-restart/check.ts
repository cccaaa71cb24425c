import type { Check, CheckInput, Finding, BreakersBody, BreakerRestart } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { TriedRule } from "../../../evidence/tried.ts";
import { concludeTried } from "../../../evidence/tried.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

const RULES: readonly TriedRule<BreakerRestart>[] = [
  {
    code: "not-open-before",
    text: "with a breaker that was not open",
    flip: "would be judged with an open breaker",
    offends: ({ stateBefore }) => stateBefore !== "open",
    outcome: "missing",
  },
  {
    code: "forgotten",
    text: "that forgot the breaker",
    flip: "would pass if it were open",
    offends: ({ stateAfter }) => stateAfter !== "open",
  },
  {
    code: "upstream-touched",
    text: "that called the upstream",
    flip: "would pass with 0 calls",
    offends: ({ upstreamCalls }) => upstreamCalls > 0,
  },
];

function judge(input: CheckInput): Finding {
  const tried = bodiesOf<BreakersBody>(input, KIND.breakers).flatMap((body) => body.restarts);
  return concludeTried(tried, {
    noun: "restart",
    passed: "with the breaker still open",
    name: ({ stateBefore, stateAfter, upstreamCalls }) =>
      `${stateBefore}, then ${stateAfter} with ${upstreamCalls} calls`,
    rules: RULES,
  });
}
