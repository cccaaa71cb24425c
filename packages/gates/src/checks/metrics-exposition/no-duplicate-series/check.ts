import type { Check, CheckInput, Finding } from "@holdpoint/core";
import { EXPOSITION_CLAIMS } from "../../../evidence/exposition-claims.ts";
import type { ProblemRule } from "../../../evidence/exposition-problems.ts";
import { concludeProblems } from "../../../evidence/exposition-problems.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

const RULES: readonly ProblemRule[] = [
  {
    code: "duplicate",
    claims: EXPOSITION_CLAIMS.duplicates,
    text: "with names that stand twice",
    flip: "would pass with each series once",
  },
];

function judge(input: CheckInput): Finding {
  return concludeProblems(input, RULES, "with each series once");
}
