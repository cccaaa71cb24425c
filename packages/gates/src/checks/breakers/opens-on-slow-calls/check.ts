import type { Check, CheckInput, Finding, BreakersBody, BreakerOpening } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { TriedRule } from "../../../evidence/tried.ts";
import { concludeTried } from "../../../evidence/tried.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

const RULES: readonly TriedRule<BreakerOpening>[] = [
  {
    code: "opened-early",
    text: "before the minimum of calls",
    flip: "would pass if it stayed closed until the minimum of calls",
    offends: ({ stateBefore, faultyCalls, minimumCalls }) => stateBefore !== "closed" || faultyCalls < minimumCalls,
  },
  {
    code: "stayed-closed",
    text: "that never came",
    flip: "would pass if the breaker were open then",
    offends: ({ stateAfter }) => stateAfter !== "open",
  },
];

function judge(input: CheckInput): Finding {
  const tried = bodiesOf<BreakersBody>(input, KIND.breakers).flatMap((body) =>
    body.openings.filter((one) => one.fault === "slow"),
  );
  return concludeTried(tried, {
    noun: "opening",
    passed: "came with the call that reached the limit",
    name: ({ fault, faultyCalls, stateBefore, stateAfter }) =>
      `${fault}, ${faultyCalls} calls: ${stateBefore}, then ${stateAfter}`,
    rules: RULES,
  });
}
