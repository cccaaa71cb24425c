import type { Check, CheckInput, Finding } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import type { Climb, Limits } from "../../../evidence/climbs.ts";
import { brokenAt, climbsOf, judgeClimbs, limitsParam } from "../../../evidence/climbs.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const limits = limitsParam(input.params);
  const told = climbsOf(input)
    .map((climb) => `${climb.name} at ${brokenRate(climb, limits)}/s`)
    .join(", ");
  return judgeClimbs(
    input,
    (climb) => unknown(climb, limits),
    () => ({ reason: `gave way: ${told}`, observed: told, threshold: "a limit" }),
  );
}

function brokenRate({ points }: Climb, limits: Limits): number {
  return Math.round(points[brokenAt(points, limits) ?? -1]?.offered ?? 0);
}

function unknown({ name, points }: Climb, limits: Limits): Problem[] {
  if (brokenAt(points, limits) !== null) return [];
  const highest = Math.floor(points.reduce((most, { offered }) => Math.max(most, offered), 0));
  return [
    {
      outcome: "warn",
      code: "limit-unknown",
      text: `the climb ${name} ended at ${highest}/s, where the target had not given way`,
      observed: highest,
      threshold: "the rate at which it gives way",
      flip: "would pass with a climb that goes higher",
    },
  ];
}
