import type { Check, CheckInput, Finding } from "@holdpoint/core";
import { EXPOSITION_CLAIMS } from "../../../evidence/exposition-claims.ts";
import type { ProblemRule } from "../../../evidence/exposition-problems.ts";
import { concludeProblems } from "../../../evidence/exposition-problems.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

const RULES: readonly ProblemRule[] = [
  {
    code: "impossible-time",
    claims: EXPOSITION_CLAIMS.times,
    text: "of timestamps",
    flip: "would pass without timestamps",
  },
  {
    code: "out-of-order",
    claims: EXPOSITION_CLAIMS.order,
    text: "of order",
    flip: "would pass with scrapes in the order of their names",
  },
];

function judge(input: CheckInput): Finding {
  return concludeProblems(input, RULES, "with times that can be so");
}
