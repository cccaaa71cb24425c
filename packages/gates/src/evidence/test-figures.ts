import type { CheckInput, JsonObject, TestFigures, TestResultsBody } from "@holdpoint/core";
import { FLAKY_LISTED_MAX } from "@holdpoint/core";
import { byText } from "../text.ts";
import { testSuites } from "./test-cases.ts";

/** What the tests of a run looked like. */
export function testFigures(input: CheckInput): JsonObject {
  const figures: TestFigures = {
    suites: testSuites(input)
      .map(suiteFigures)
      .sort((a, b) => byText(a.suite, b.suite)),
  };
  return figures as unknown as JsonObject;
}

function suiteFigures({ suite, cases }: TestResultsBody): TestFigures["suites"][number] {
  const flaky = cases.filter((test) => test.flaky).map((test) => test.id);
  return {
    suite,
    tests: cases.length,
    passed: cases.filter((test) => test.status === "passed").length,
    failed: cases.filter((test) => test.status === "failed" || test.status === "errored").length,
    skipped: cases.filter((test) => test.status === "skipped").length,
    durationMs: cases.reduce((sum, test) => sum + (test.durationMs ?? 0), 0),
    flaky: flaky.sort(byText).slice(0, FLAKY_LISTED_MAX),
    flakyCount: flaky.length,
  };
}
