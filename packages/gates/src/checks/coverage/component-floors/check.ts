import type { Check, CheckInput, CoverageMetric, Exemption, Finding } from "@holdpoint/core";
import { exemptions, measuredFiles } from "@holdpoint/core";
import { conclude } from "../../../conclude.ts";
import { allExceptions } from "../../../evidence/coverage-exceptions.ts";
import { coverageReports } from "../../../evidence/coverage-files.ts";
import { componentsParam, softUntil } from "../../../evidence/coverage-params.ts";
import { noneNamed, partProblems, partsOf, partsReached, partsWanted } from "../../../evidence/coverage-parts.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const { candidate, nowMs } = input;
  const components = componentsParam(input.params).filter(({ critical }) => !critical);
  const parts = partsOf(components, measuredFiles(coverageReports(input)));
  const exceptions = allExceptions(input);
  if (components.length === 0) return noneNamed("component that is not critical");
  const seen = partsReached(parts);
  return conclude(
    parts.flatMap((part) => {
      const exempted = (metric: CoverageMetric): readonly Exemption[] =>
        exemptions(part.files, exceptions, { metric, nowMs, commit: candidate.commit });
      return partProblems(part, { softUntil: softUntil(part.component, nowMs), exempted });
    }),
    {
      reason: `${count(components.length, "component")} at or above their floors: ${seen}`,
      observed: seen,
      threshold: partsWanted(components),
    },
  );
}
