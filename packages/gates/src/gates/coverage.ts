import type { Gate } from "@holdpoint/core";
import { check as componentFloors } from "../checks/coverage/component-floors/check.ts";
import { check as contextFloors } from "../checks/coverage/context-floors/check.ts";
import { check as countedEqualsDeclared } from "../checks/coverage/counted-equals-declared/check.ts";
import { check as criticalFloors } from "../checks/coverage/critical-floors/check.ts";
import { check as everySourceMeasured } from "../checks/coverage/every-source-measured/check.ts";
import { check as metricsMeasured } from "../checks/coverage/metrics-measured/check.ts";
import { check as noDeadGates } from "../checks/coverage/no-dead-gates/check.ts";
import { check as noDeadGlobs } from "../checks/coverage/no-dead-globs/check.ts";
import { check as noFileUntouched } from "../checks/coverage/no-file-untouched/check.ts";
import { check as nothingCarriedInCritical } from "../checks/coverage/nothing-carried-in-critical/check.ts";
import { check as patchFloor } from "../checks/coverage/patch-floor/check.ts";
import { check as pathsResolve } from "../checks/coverage/paths-resolve/check.ts";
import { check as reportClean } from "../checks/coverage/report-clean/check.ts";
import { check as reportCoversFiles } from "../checks/coverage/report-covers-files/check.ts";
import { check as reportsAgree } from "../checks/coverage/reports-agree/check.ts";
import { check as reportsOfThisRun } from "../checks/coverage/reports-of-this-run/check.ts";
import { check as shardsClosed } from "../checks/coverage/shards-closed/check.ts";
import { check as softFloorsDated } from "../checks/coverage/soft-floors-dated/check.ts";
import { check as somethingCovered } from "../checks/coverage/something-covered/check.ts";
import { check as wholeFloor } from "../checks/coverage/whole-floor/check.ts";
import { coverageFigures } from "../evidence/coverage-figures.ts";

export const coverage: Gate = {
  id: "coverage",
  title: "Coverage",
  question: "How much of the candidate, and of what it changes, do its tests run, and is everything measured?",
  sections: ["L", "A", "P", "S"],
  phase: "candidate",
  checks: [
    reportCoversFiles,
    somethingCovered,
    reportsOfThisRun,
    shardsClosed,
    nothingCarriedInCritical,
    pathsResolve,
    countedEqualsDeclared,
    reportClean,
    reportsAgree,
    everySourceMeasured,
    metricsMeasured,
    noDeadGlobs,
    noDeadGates,
    wholeFloor,
    componentFloors,
    criticalFloors,
    contextFloors,
    softFloorsDated,
    patchFloor,
    noFileUntouched,
  ],
  figures: coverageFigures,
};
