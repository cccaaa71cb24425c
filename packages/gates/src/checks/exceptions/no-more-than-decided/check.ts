import type { Check, CheckInput, Finding, CoverageException, CoverageFile } from "@holdpoint/core";
import { measuredFiles, totalOf } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { exceptionProblem, openExceptions, openText } from "../../../evidence/coverage-exceptions.ts";
import { coverageReports } from "../../../evidence/coverage-files.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const open = openExceptions(input);
  const files = measuredFiles(coverageReports(input));
  return conclude(
    open.flatMap((exception) => problemsOf(exception, files)),
    { reason: `${openText(open)}, none for more than was decided`, observed: 0, threshold: 0 },
  );
}

function problemsOf(exception: CoverageException, files: readonly CoverageFile[]): Problem[] {
  const { matches, metric, atDecision } = exception;
  const own = files.filter(({ path }) => matches.includes(path));
  const now = totalOf(own, metric);
  const [before, uncovered] = [atDecision.total - atDecision.covered, now === null ? 0 : now.total - now.covered];
  if (uncovered <= before) return [];
  return [
    exceptionProblem(exception, {
      outcome: "warn",
      code: "grew",
      what: `was decided for ${before} uncovered ${metric}, and there are ${uncovered}`,
      observed: uncovered,
      threshold: before,
      flip: `would pass at <= ${before} uncovered ${metric}`,
    }),
  ];
}
