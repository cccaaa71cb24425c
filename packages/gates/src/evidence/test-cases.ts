import type { CheckInput, Location, TestCase, TestResultsBody } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../bodies.ts";
import { place } from "../place.ts";
import { byText } from "../text.ts";

/** What the reports of each suite say, by suite name. */
export function testSuites(input: CheckInput): readonly TestResultsBody[] {
  return bodiesOf<TestResultsBody>(input, KIND.testResults).toSorted((a, b) => byText(a.suite, b.suite));
}

/** A test case with the suite that ran it. */
export interface SuiteCase {
  readonly suite: string;
  readonly test: TestCase;
}

export function allCases(suites: readonly TestResultsBody[]): SuiteCase[] {
  return suites.flatMap(({ suite, cases }) => cases.map((test) => ({ suite, test })));
}

export function didFail(test: TestCase): boolean {
  return test.status === "failed" || test.status === "errored";
}

/** Where the report speaks of the test, with the first line of what it says. */
export function placeOf({ suite, test }: SuiteCase): Location {
  const said = test.message === null ? "" : `: ${firstLine(test.message)}`;
  return place(test.report, test.line, `${suite}: ${test.id} ${test.status}${said}`);
}

function firstLine(text: string): string {
  return text.trim().split(/\r?\n/, 1)[0] ?? "";
}
