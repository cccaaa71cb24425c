import type { Check, CheckInput, CoverageBody, Finding } from "@holdpoint/core";
import { COVERAGE_METRICS, totalOf } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { coverageReports } from "../../../evidence/coverage-files.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const reports = coverageReports(input);
  const covered = reports.map((body) => sumOf(body, "covered"));
  return conclude(reports.flatMap(problemsOf), {
    reason: `something is covered in ${count(reports.length, "report")}`,
    observed: Math.min(...covered),
    threshold: 1,
  });
}

function sumOf({ files }: CoverageBody, part: "covered" | "total"): number {
  return COVERAGE_METRICS.reduce((sum, metric) => sum + (totalOf(files, metric)?.[part] ?? 0), 0);
}

function problemsOf(body: CoverageBody): Problem[] {
  const total = sumOf(body, "total");
  if (total === 0) {
    return [
      {
        outcome: "missing",
        code: "nothing-counted",
        text: `the report "${body.report}" counts 0 of 0 in ${count(body.files.length, "file")}`,
        observed: "0 of 0",
        threshold: "at least 1 line",
        flip: "would be judged with 1 line that can be covered",
      },
    ];
  }
  if (sumOf(body, "covered") > 0) return [];
  return [
    {
      outcome: "fail",
      code: "nothing-covered",
      text: `the report "${body.report}" covers nothing of what it counts`,
      observed: 0,
      threshold: 1,
      flip: "would pass with 1 covered line",
    },
  ];
}
