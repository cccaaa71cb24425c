import type { Check, CheckInput, Finding, TestResultsBody } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { testSuites } from "../../../evidence/test-cases.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const suites = testSuites(input);
  const passed = suites.map(({ cases }) => cases.filter((test) => test.status === "passed").length);
  return conclude(suites.flatMap(problemsOf), {
    reason: `${passed.reduce((sum, one) => sum + one, 0)} tests passed in ${count(suites.length, "suite")}`,
    observed: Math.min(...passed),
    threshold: 1,
  });
}

function problemsOf({ suite, cases, reports }: TestResultsBody): Problem[] {
  if (cases.some((test) => test.status === "passed")) return [];
  const skipped = cases.filter((test) => test.status === "skipped").length;
  const allSkipped = skipped > 0 && skipped === cases.length;
  const tests = count(cases.length, "test");
  const text = allSkipped
    ? `${suite}: all of ${tests} skipped`
    : `${suite}: none of ${tests} passed, ${skipped} skipped`;
  return [
    {
      outcome: "fail",
      code: allSkipped ? "all-skipped" : "nothing-passed",
      text,
      observed: 0,
      threshold: 1,
      flip: "would pass with 1 test that passed",
      locations: reports.map(({ file }) => ({ file, text })),
    },
  ];
}
