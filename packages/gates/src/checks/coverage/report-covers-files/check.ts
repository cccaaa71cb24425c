import type { Check, CheckInput, CoverageBody, Finding } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { coverageReports } from "../../../evidence/coverage-files.ts";
import { countParam } from "../../../params.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const minFiles = countParam(input.params, "minFiles");
  const reports = coverageReports(input);
  const seen = reports.map((body) => `${body.report} ${body.files.filter((file) => file.resolved).length}`).join(", ");
  return conclude(
    reports.flatMap((body) => problemsOf(body, minFiles)),
    {
      reason: `${count(reports.length, "report")} about tracked files: ${seen}`,
      observed: seen,
      threshold: minFiles,
    },
  );
}

function problemsOf({ report, files }: CoverageBody, minFiles: number): Problem[] {
  const tracked = files.filter((file) => file.resolved).length;
  const wanted = Math.max(minFiles, 1);
  const problem = {
    observed: tracked,
    threshold: wanted,
    flip: `would pass with ${count(wanted - tracked, "more tracked file")}`,
  };
  if (files.length === 0) {
    return [{ outcome: "missing", code: "report-empty", text: `the report "${report}" mentions no file`, ...problem }];
  }
  if (tracked === 0) {
    const text = `the report "${report}" mentions ${count(files.length, "file")}, none of which is tracked here`;
    return [{ outcome: "fail", code: "no-tracked-file", text, ...problem }];
  }
  if (tracked >= wanted) return [];
  const text = `the report "${report}" mentions ${count(tracked, "tracked file")}, at least ${wanted} are wanted`;
  return [{ outcome: "fail", code: "too-few-files", text, ...problem }];
}
