import type { Check, CheckInput, Finding, TestStatus } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import type { SuiteCase } from "../../../evidence/test-cases.ts";
import { allCases, placeOf, testSuites } from "../../../evidence/test-cases.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const cases = allCases(testSuites(input));
  const problems = [broken(cases, "failed", "test-failed"), broken(cases, "errored", "test-errored")].flat();
  const reason = `none of ${count(cases.length, "test")} failed`;
  return conclude(problems, { reason, observed: 0, threshold: 0 });
}

function broken(cases: readonly SuiteCase[], status: TestStatus, code: string): Problem[] {
  const found = cases.filter(({ test }) => test.status === status);
  if (found.length === 0) return [];
  const names = listed(found.map(({ test }) => test.id));
  return [
    {
      outcome: "fail",
      code,
      observed: found.length,
      threshold: 0,
      text: `${found.length} of ${count(cases.length, "test")} ${status}: ${names}`,
      flip: `would pass with 0 ${status} tests`,
      locations: found.map(placeOf),
    },
  ];
}
