import type { Check, CheckInput, Finding, TestResultsBody } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { testSuites } from "../../../evidence/test-cases.ts";
import { countParam } from "../../../params.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const minTests = countParam(input.params, "minTests");
  const maxEmptyReports = countParam(input.params, "maxEmptyReports");
  const suites = testSuites(input);
  const tests = suites.reduce((sum, suite) => sum + suite.cases.length, 0);
  const problems = [
    ...suites.filter((suite) => suite.cases.length === 0).map(suiteEmpty),
    ...reportsEmpty(suites, maxEmptyReports),
    ...tooFew(tests, minTests),
  ];
  const reason = `${count(tests, "test")} in ${count(suites.length, "suite")}`;
  return conclude(problems, { reason, observed: tests, threshold: minTests });
}

function suiteEmpty({ suite, reports }: TestResultsBody): Problem {
  return {
    outcome: "missing",
    code: "suite-empty",
    text: `${suite}: ${count(reports.length, "report")}, but not one test`,
    observed: 0,
    threshold: "at least 1 test",
    flip: "would pass with 1 test",
    locations: reports.map((report) => ({ file: report.file, text: `${suite}: no test` })),
  };
}

function reportsEmpty(suites: readonly TestResultsBody[], max: number): Problem[] {
  // An empty suite is told as such already; here it is about one empty report among others.
  const empty = suites
    .filter((suite) => suite.cases.length > 0)
    .flatMap(({ suite, reports }) =>
      reports.filter((report) => report.cases === 0).map(({ file }) => ({ suite, file })),
    );
  if (empty.length <= max) return [];
  const files = listed(empty.map(({ file }) => file));
  return [
    {
      outcome: "missing",
      code: "report-empty",
      text: `${count(empty.length, "report")} without a test, ${max} allowed: ${files}`,
      observed: empty.length,
      threshold: max,
      flip: `would pass at <= ${max} empty reports`,
      locations: empty.map(({ suite, file }) => ({ file, text: `${suite}: no test` })),
    },
  ];
}

function tooFew(tests: number, min: number): Problem[] {
  if (tests >= min) return [];
  return [
    {
      outcome: "fail",
      code: "too-few",
      text: `${count(tests, "test")} were found, at least ${min} are wanted`,
      observed: tests,
      threshold: min,
      flip: `would pass with ${count(min - tests, "more test")}`,
    },
  ];
}
