import type { Check, CheckInput, Finding } from "@holdpoint/core";
import { formatPercent, measuredFiles, meetsPercent } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { coverageReports, uncoveredPlaces } from "../../../evidence/coverage-files.ts";
import { componentsParam } from "../../../evidence/coverage-params.ts";
import type { ComponentPart } from "../../../evidence/coverage-parts.ts";
import { noneNamed, partProblems, partsOf, partsReached, partsWanted } from "../../../evidence/coverage-parts.ts";
import { percentParam } from "../../../params.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const minPercent = percentParam(input.params, "minPercent");
  const filePercent = percentParam(input.params, "filePercent");
  const components = componentsParam(input.params).filter(({ critical }) => critical);
  const parts = partsOf(components, measuredFiles(coverageReports(input)));
  if (components.length === 0) return noneNamed("critical component");
  const seen = partsReached(parts);
  return conclude(
    parts.flatMap((part) => [
      ...partProblems(part, { softUntil: null }),
      ...lowFloors(part, minPercent),
      ...lowFiles(part, filePercent),
    ]),
    {
      reason: `${count(components.length, "critical component")} at or above their floors: ${seen}`,
      observed: seen,
      threshold: partsWanted(components),
    },
  );
}

function lowFloors({ component: { id, floors } }: ComponentPart, minPercent: number): Problem[] {
  return (["lines", "branches"] as const).flatMap((metric): Problem[] => {
    const floor = floors[metric];
    if (floor !== undefined && floor >= minPercent) return [];
    const observed = floor === undefined ? "no floor" : `${floor}%`;
    const threshold = `${minPercent}%`;
    return [
      {
        outcome: "fail",
        code: "floor-too-low",
        text: `component ${id} is critical and its floor for ${metric} is ${observed}, wanted are ${threshold}`,
        observed,
        threshold,
        flip: `would pass with a floor of ${threshold} for ${metric}`,
      },
    ];
  });
}

function lowFiles({ component: { id }, files }: ComponentPart, filePercent: number): Problem[] {
  const low = files.filter(
    ({ lines }) => lines !== null && meetsPercent(lines.covered, lines.total, filePercent) === false,
  );
  const [worst] = low.toSorted((a, b) => shareOf(a.lines) - shareOf(b.lines));
  if (worst === undefined || worst.lines === null) return [];
  const { covered, total } = worst.lines;
  return [
    {
      outcome: "fail",
      code: "file-below",
      text:
        `component ${id} is critical and ${count(low.length, "file")} of it cover less than ${filePercent}% of ` +
        `their lines: ${listed(low.map(({ path }) => path))}`,
      observed: formatPercent(covered, total, filePercent),
      threshold: `${filePercent}%`,
      flip: `would pass at >= ${filePercent}% in every file`,
      locations: uncoveredPlaces(low),
    },
  ];
}

function shareOf(lines: { readonly covered: number; readonly total: number } | null): number {
  return lines === null ? 1 : lines.covered / lines.total;
}
