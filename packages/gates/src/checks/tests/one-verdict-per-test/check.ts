import type { Check, CheckInput, Finding, TestCase, TestResultsBody } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { placeOf, testSuites } from "../../../evidence/test-cases.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

interface Repeated {
  readonly suite: string;
  readonly cases: readonly TestCase[];
}

function judge(input: CheckInput): Finding {
  const suites = testSuites(input);
  const repeated = suites.flatMap(repeatedIn);
  const contradicting = repeated.filter(({ cases }) => new Set(cases.map((test) => test.status)).size > 1);
  const same = repeated.filter((one) => !contradicting.includes(one));
  const tests = suites.reduce((sum, suite) => sum + suite.cases.length, 0);
  const problems = [...problem("fail", "contradiction", contradicting), ...problem("warn", "duplicate", same)];
  return conclude(problems, { reason: `${count(tests, "test")}, each with one verdict`, observed: 0, threshold: 0 });
}

function repeatedIn({ suite, cases }: TestResultsBody): Repeated[] {
  const byId = new Map<string, TestCase[]>();
  for (const test of cases) {
    const known = byId.get(test.id);
    if (known === undefined) byId.set(test.id, [test]);
    else known.push(test);
  }
  return [...byId.values()].filter((same) => same.length > 1).map((same) => ({ suite, cases: same }));
}

function problem(outcome: Problem["outcome"], code: string, repeated: readonly Repeated[]): Problem[] {
  if (repeated.length === 0) return [];
  const what = outcome === "fail" ? "with different verdicts" : "more than once";
  const names = listed(
    repeated.map(({ cases }) => `${cases[0]?.id} (${[...new Set(cases.map((test) => test.status))].join(" and ")})`),
  );
  return [
    {
      outcome,
      code,
      text: `${count(repeated.length, "test")} listed ${what}: ${names}`,
      observed: repeated.length,
      threshold: 0,
      flip: "would pass with every test listed once",
      locations: repeated.flatMap(({ suite, cases }) => cases.map((test) => placeOf({ suite, test }))),
    },
  ];
}
