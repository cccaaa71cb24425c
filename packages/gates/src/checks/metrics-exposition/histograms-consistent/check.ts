import type { Check, CheckInput, Finding } from "@holdpoint/core";
import { EXPOSITION_CLAIMS } from "../../../evidence/exposition-claims.ts";
import type { ProblemRule } from "../../../evidence/exposition-problems.ts";
import { concludeProblems } from "../../../evidence/exposition-problems.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

const RULES: readonly ProblemRule[] = [
  {
    code: "histogram-broken",
    claims: EXPOSITION_CLAIMS.histograms,
    text: "of histograms",
    flip: "would pass with buckets that rise and end in the count",
  },
  {
    code: "summary-broken",
    claims: EXPOSITION_CLAIMS.summaries,
    text: "of summaries",
    flip: "would pass with quantiles from 0 to 1 that rise",
  },
  {
    code: "state-broken",
    claims: EXPOSITION_CLAIMS.states,
    text: "of states and infos",
    flip: "would pass with states of 0 and 1, and infos of 1",
  },
];

function judge(input: CheckInput): Finding {
  return concludeProblems(input, RULES, "that can be so");
}
