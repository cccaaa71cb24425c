import type { Gate } from "@holdpoint/core";
import { check as componentFloors } from "../checks/coverage/component-floors/check.ts";
import { check as countedEqualsDeclared } from "../checks/coverage/counted-equals-declared/check.ts";
import { check as everySourceMeasured } from "../checks/coverage/every-source-measured/check.ts";
import { check as metricsMeasured } from "../checks/coverage/metrics-measured/check.ts";
import { check as noDeadGlobs } from "../checks/coverage/no-dead-globs/check.ts";
import { check as noFileLost } from "../checks/coverage/no-file-lost/check.ts";
import { check as noFileUntouched } from "../checks/coverage/no-file-untouched/check.ts";
import { check as notBelowLastPromotion } from "../checks/coverage/not-below-last-promotion/check.ts";
import { check as pathsResolve } from "../checks/coverage/paths-resolve/check.ts";
import { check as reportCoversFiles } from "../checks/coverage/report-covers-files/check.ts";
import { check as reportsOfThisRun } from "../checks/coverage/reports-of-this-run/check.ts";
import { check as somethingCovered } from "../checks/coverage/something-covered/check.ts";
import { check as wholeFloor } from "../checks/coverage/whole-floor/check.ts";
import { coverageFacts } from "../evidence/coverage-facts.ts";

export const coverage: Gate = {
  id: "coverage",
  title: "Coverage",
  question: "How much of the candidate do its tests run, is everything measured, and is it no less than before?",
  sections: ["L"],
  phase: "candidate",
  checks: [
    reportCoversFiles,
    somethingCovered,
    reportsOfThisRun,
    pathsResolve,
    countedEqualsDeclared,
    everySourceMeasured,
    metricsMeasured,
    noDeadGlobs,
    wholeFloor,
    componentFloors,
    noFileUntouched,
    notBelowLastPromotion,
    noFileLost,
  ],
  facts: coverageFacts,
};
