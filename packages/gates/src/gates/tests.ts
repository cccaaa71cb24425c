import type { Gate } from "@holdpoint/core";
import { check as durationsKnown } from "../checks/tests/durations-known/check.ts";
import { check as flakyRecorded } from "../checks/tests/flaky-recorded/check.ts";
import { check as inheritedSuitesJudged } from "../checks/tests/inherited-suites-judged/check.ts";
import { check as inheritedTestsPresent } from "../checks/tests/inherited-tests-present/check.ts";
import { check as noneFailed } from "../checks/tests/none-failed/check.ts";
import { check as oneVerdictPerTest } from "../checks/tests/one-verdict-per-test/check.ts";
import { check as reportsAgree } from "../checks/tests/reports-agree/check.ts";
import { check as reportsFresh } from "../checks/tests/reports-fresh/check.ts";
import { check as skippedWithinLimit } from "../checks/tests/skipped-within-limit/check.ts";
import { check as somethingPassed } from "../checks/tests/something-passed/check.ts";
import { check as suitesRan } from "../checks/tests/suites-ran/check.ts";
import { check as testsExist } from "../checks/tests/tests-exist/check.ts";
import { check as totalsAgree } from "../checks/tests/totals-agree/check.ts";
import { testFacts } from "../evidence/test-facts.ts";
import { testFigures } from "../evidence/test-figures.ts";

export const tests: Gate = {
  id: "tests",
  title: "Tests",
  question: "Do the candidate's own tests say that it works, and do they say as much as they did before?",
  sections: ["L"],
  phase: "candidate",
  checks: [
    suitesRan,
    reportsFresh,
    testsExist,
    somethingPassed,
    noneFailed,
    oneVerdictPerTest,
    totalsAgree,
    reportsAgree,
    inheritedTestsPresent,
    inheritedSuitesJudged,
    skippedWithinLimit,
    flakyRecorded,
    durationsKnown,
  ],
  facts: testFacts,
  figures: testFigures,
};
