import type { Check, CheckInput, Finding, Location, TestContradiction, ToldVerdict } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { testSuites } from "../../../evidence/test-cases.ts";
import { place } from "../../../place.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

interface Told extends TestContradiction {
  readonly suite: string;
}

function judge(input: CheckInput): Finding {
  const suites = testSuites(input);
  const told = suites.flatMap(({ suite, contradictions }) => contradictions.map((one) => ({ suite, ...one })));
  const reports = suites.reduce((sum, suite) => sum + suite.reports.length, 0);
  const absent = told.filter(({ first, second }) => first.status === null || second.status === null);
  const differing = told.filter((one) => !absent.includes(one));
  const problems = [
    ...problem("verdicts-differ", differing, "with different verdicts"),
    ...problem("tests-differ", absent, "in one report only"),
  ];
  return conclude(problems, {
    reason: `${count(reports, "report")} of ${count(suites.length, "suite")} contradict each other nowhere`,
    observed: 0,
    threshold: 0,
  });
}

function problem(code: string, told: readonly Told[], what: string): Problem[] {
  if (told.length === 0) return [];
  const names = told.map(({ test, first, second }) => `${test} (${spoken(first)}, ${spoken(second)})`);
  return [
    {
      outcome: "fail",
      code,
      text: `${count(told.length, "test")} ${what}: ${listed(names)}`,
      observed: told.length,
      threshold: 0,
      flip: "would pass with reports that say the same",
      locations: told.flatMap(locationsOf),
    },
  ];
}

function spoken({ report, status }: ToldVerdict): string {
  return `${status ?? "not listed"} in ${report}`;
}

function locationsOf({ suite, test, first, second }: Told): Location[] {
  return [first, second].map((one) => {
    const text = `${suite}: ${test} ${one.status ?? "not listed"}`;
    return one.line === null ? { file: one.report, text } : place(one.report, one.line, text);
  });
}
