import type { Check, CheckInput, Finding, TestResultsBody } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import type { SuiteCase } from "../../../evidence/test-cases.ts";
import { allCases, testSuites } from "../../../evidence/test-cases.ts";
import { countParam } from "../../../params.ts";
import { place } from "../../../place.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const shown = countParam(input.params, "slowest");
  const suites = testSuites(input);
  const cases = allCases(suites);
  const timed = cases.filter(({ test }) => test.durationMs !== null);
  const totalMs = timed.reduce((sum, { test }) => sum + (test.durationMs ?? 0), 0);
  const slowest = timed.toSorted((a, b) => durationMs(b) - durationMs(a)).slice(0, shown);
  return conclude(suites.flatMap(problemsOf), {
    reason: `${timed.length} of ${count(cases.length, "test")} told their time: ${Math.round(totalMs)} ms in all`,
    observed: timed.length,
    threshold: "at least 1 in every suite",
    locations: slowest.map((one) => {
      const took = `${one.suite}: ${one.test.id} took ${Math.round(durationMs(one))} ms`;
      return place(one.test.report, one.test.line, took);
    }),
  });
}

function durationMs({ test }: SuiteCase): number {
  return test.durationMs ?? 0;
}

function problemsOf({ suite, cases, reports }: TestResultsBody): Problem[] {
  // Skipped tests take no time; a suite of nothing else is another check's business.
  const ran = cases.filter((test) => test.status !== "skipped");
  if (ran.length === 0) return [];
  const warn = (code: string, text: string): Problem[] => [
    {
      outcome: "warn",
      code,
      text: `${suite}: ${text}`,
      observed: 0,
      threshold: "at least 1 test with a duration",
      flip: "would pass with the duration of 1 test",
      locations: reports.map(({ file }) => ({ file, text: `${suite}: ${text}` })),
    },
  ];
  if (ran.every((test) => test.durationMs === null))
    return warn("unknown", `no duration on any of ${count(ran.length, "test")}`);
  if (ran.every((test) => !test.durationMs)) return warn("all-zero", `${count(ran.length, "test")} took 0 ms each`);
  return [];
}
