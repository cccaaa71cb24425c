import type { Gate } from "@holdpoint/core";
import { check as budgetLeft } from "../checks/performance/budget-left/check.ts";
import { check as dropsWithin } from "../checks/performance/drops-within/check.ts";
import { check as failuresWithin } from "../checks/performance/failures-within/check.ts";
import { check as figuresRecompute } from "../checks/performance/figures-recompute/check.ts";
import { check as noObjectiveGone } from "../checks/performance/no-objective-gone/check.ts";
import { check as notSlower } from "../checks/performance/not-slower/check.ts";
import { check as objectivesConsistent } from "../checks/performance/objectives-consistent/check.ts";
import { check as objectivesJudged } from "../checks/performance/objectives-judged/check.ts";
import { check as objectivesMet } from "../checks/performance/objectives-met/check.ts";
import { check as rateAchieved } from "../checks/performance/rate-achieved/check.ts";
import { check as runMeasured } from "../checks/performance/run-measured/check.ts";
import { check as runValid } from "../checks/performance/run-valid/check.ts";
import { check as samplesEnough } from "../checks/performance/samples-enough/check.ts";
import { check as targetNamed } from "../checks/performance/target-named/check.ts";
import { check as termsComparable } from "../checks/performance/terms-comparable/check.ts";
import { check as trustEnough } from "../checks/performance/trust-enough/check.ts";
import { check as windowsWhole } from "../checks/performance/windows-whole/check.ts";
import { performanceFacts } from "../evidence/load-facts.ts";
import { performanceFigures } from "../evidence/load-figures.ts";

export const performance: Gate = {
  id: "performance",
  title: "Performance",
  question:
    "Does the candidate keep its objectives under the load that it is made for, by figures that cannot flatter?",
  sections: ["K"],
  phase: "candidate",
  checks: [
    runMeasured,
    runValid,
    trustEnough,
    targetNamed,
    samplesEnough,
    rateAchieved,
    windowsWhole,
    figuresRecompute,
    failuresWithin,
    dropsWithin,
    objectivesJudged,
    objectivesConsistent,
    objectivesMet,
    budgetLeft,
    noObjectiveGone,
    termsComparable,
    notSlower,
  ],
  facts: performanceFacts,
  figures: performanceFigures,
};
