import type { Check, CheckInput, CoverageBody, Finding, Location, UnmatchedPath } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { coverageReports } from "../../../evidence/coverage-files.ts";
import { countParam } from "../../../params.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

const WHY: readonly (readonly [UnmatchedPath["why"], string])[] = [
  ["ambiguous", "fit several tracked files"],
  ["outside", "lead out of the repository"],
  ["unknown", "fit no tracked file"],
];

function judge(input: CheckInput): Finding {
  const max = countParam(input.params, "maxUnmatched");
  const reports = coverageReports(input);
  const unmatched = reports.reduce((sum, body) => sum + body.unmatched.length, 0);
  const files = reports.reduce((sum, body) => sum + body.files.length, 0);
  const problems = unmatched > max ? reports.flatMap((body) => problemsOf(body, unmatched, max)) : [];
  return conclude(problems, {
    reason: `${unmatched} of ${count(files, "reported path")} unmatched, ${max} allowed`,
    observed: unmatched,
    threshold: max,
    locations: reports.flatMap(placesOf),
  });
}

function problemsOf(body: CoverageBody, unmatched: number, max: number): Problem[] {
  return WHY.flatMap(([why, what]): Problem[] => {
    const paths = body.unmatched.filter((path) => path.why === why);
    if (paths.length === 0) return [];
    const names = listed(paths.map((path) => path.reported));
    return [
      {
        outcome: "fail",
        code: why,
        text: `${count(paths.length, "path")} of the report "${body.report}" ${what}: ${names}`,
        observed: unmatched,
        threshold: max,
        flip: `would pass at <= ${max} unmatched paths`,
        locations: placesOf({ ...body, unmatched: paths }),
      },
    ];
  });
}

function placesOf({ report, unmatched }: CoverageBody): Location[] {
  return unmatched.map(({ reported, why, candidates }) => {
    const fits = candidates.length === 0 ? "" : `: ${listed(candidates)}`;
    return { file: reported, text: `${report}: ${why}${fits}` };
  });
}
