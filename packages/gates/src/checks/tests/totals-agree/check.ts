import type { Check, CheckInput, Finding, TotalsMismatch } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { testSuites } from "../../../evidence/test-cases.ts";
import { place } from "../../../place.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const suites = testSuites(input);
  const reports = suites.reduce((sum, suite) => sum + suite.reports.length, 0);
  const mismatches = suites.flatMap((suite) => suite.mismatches);
  return conclude(mismatches.map(problem), {
    reason: `the totals of ${count(reports, "report")} agree with what is listed`,
    observed: 0,
    threshold: 0,
  });
}

function problem({ report, line, suite, what, declared, counted }: TotalsMismatch): Problem {
  const text = `${report}:${line} declares ${declared} ${what} for "${suite}" but lists ${counted}`;
  return {
    outcome: "fail",
    code: counted < declared ? "lists-less" : "lists-more",
    text,
    observed: counted,
    threshold: declared,
    flip: `would pass if ${declared} ${what} were listed`,
    locations: [place(report, line, `${suite}: ${declared} ${what} declared, ${counted} listed`)],
  };
}
