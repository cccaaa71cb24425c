import type { Check, CheckInput, Finding } from "@holdpoint/core";
import { EXPOSITION_CLAIMS } from "../../../evidence/exposition-claims.ts";
import type { ProblemRule } from "../../../evidence/exposition-problems.ts";
import { concludeProblems } from "../../../evidence/exposition-problems.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

const RULES: readonly ProblemRule[] = [
  {
    code: "fell",
    claims: EXPOSITION_CLAIMS.fallen,
    text: "of counters that fell",
    flip: "would pass with counters that only rise, or with process_start_time_seconds where the process began anew",
  },
  {
    code: "impossible",
    claims: EXPOSITION_CLAIMS.impossible,
    text: "of counters that cannot be so",
    flip: "would pass with counters of 0 and more",
  },
];

function judge(input: CheckInput): Finding {
  return concludeProblems(input, RULES, "without a counter that fell");
}
