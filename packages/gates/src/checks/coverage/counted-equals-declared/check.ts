import type { Check, CheckInput, CoverageMismatch, Finding } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { coverageReports } from "../../../evidence/coverage-files.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const reports = coverageReports(input);
  const files = reports.reduce((sum, body) => sum + body.files.length, 0);
  const problems = reports.flatMap((body) => body.mismatches.map((mismatch) => problem(body.report, mismatch)));
  return conclude(problems, { reason: `${count(files, "file")} counted as declared`, observed: 0, threshold: 0 });
}

function problem(report: string, { file, line, metric, declared, counted }: CoverageMismatch): Problem {
  const more = declared.covered > counted.covered;
  const said = `${declared.covered} of ${declared.total}`;
  const found = `${counted.covered} of ${counted.total}`;
  return {
    // A summary that claims too much hides a gap; one that claims less or another total is only untidy.
    outcome: more ? "fail" : "warn",
    code: more ? "declares-more" : "declares-other",
    text: `${report}: line ${line} declares ${said} ${metric} of ${file}, its records show ${found}`,
    observed: found,
    threshold: said,
    flip: `would pass if ${found} were declared`,
    locations: [{ file, text: `${report}:${line}: ${said} ${metric} declared, ${found} counted` }],
  };
}
