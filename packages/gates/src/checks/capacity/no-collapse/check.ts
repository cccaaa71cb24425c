import type { Check, CheckInput, Finding } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import type { Climb, Limits, Point } from "../../../evidence/climbs.ts";
import { brokenAt, climbsOf, judgeClimbs, limitsParam } from "../../../evidence/climbs.ts";
import { noneToJudge, rounded } from "../../../evidence/load-runs.ts";
import { percentParam } from "../../../params.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const minPercent = percentParam(input.params, "minPercent");
  const limits = limitsParam(input.params);
  const broken = climbsOf(input).filter(({ points }) => brokenAt(points, limits) !== null);
  if (broken.length === 0) return noneToJudge("climb beyond the limit", "limit-found");
  return judgeClimbs(
    input,
    (climb) => collapse(climb, { minPercent, limits }),
    () => {
      const told = broken.map((climb) => text(climb, limits)).join("; ");
      return { reason: told, observed: told, threshold: `at least ${minPercent}% of the peak` };
    },
  );
}

interface Wanted {
  readonly minPercent: number;
  readonly limits: Limits;
}

/** Points of the overload: at least as much was asked as the target ever answered. */
function overload(points: readonly Point[], limits: Limits): readonly Point[] {
  const peak = peakOf(points);
  return points.slice(brokenAt(points, limits) ?? points.length).filter(({ offered }) => offered >= peak);
}

function peakOf(points: readonly Point[]): number {
  return points.reduce((most, { completed, offered }) => Math.max(most, Math.min(completed, offered)), 0);
}

function lowest(points: readonly Point[]): number {
  return points.reduce((least, { completed }) => Math.min(least, completed), Number.MAX_VALUE);
}

function text({ name, points }: Climb, limits: Limits): string {
  const over = overload(points, limits);
  const least = over.length === 0 ? "nothing" : `${rounded(lowest(over))}/s`;
  return `the climb ${name} answered ${rounded(peakOf(points))}/s at its peak and ${least} at the least beyond it`;
}

function collapse(climb: Climb, { minPercent, limits }: Wanted): Problem[] {
  const over = overload(climb.points, limits);
  const least = rounded((peakOf(climb.points) * minPercent) / 100);
  if (over.length === 0 || lowest(over) >= least) return [];
  return [
    {
      outcome: "fail",
      code: "collapses",
      text: `${text(climb, limits)}, ${minPercent}% is ${least}/s`,
      observed: rounded(lowest(over)),
      threshold: least,
      flip: `would pass at >= ${least} answers a second`,
    },
  ];
}
