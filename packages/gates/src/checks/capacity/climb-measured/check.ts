import type { Check, CheckInput, Finding } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import type { Climb } from "../../../evidence/climbs.ts";
import { climbsOf } from "../../../evidence/climbs.ts";
import { countProblems } from "../../../evidence/load-counts.ts";
import { countParam } from "../../../params.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const least = countParam(input.params, "minPoints");
  const climbs = climbsOf(input);
  const points = climbs.reduce((sum, climb) => sum + climb.points.length, 0);
  const problems = [...none(climbs), ...climbs.flatMap((climb) => [...tooFew(climb, least), ...wrongCounts(climb)])];
  return conclude(problems, {
    reason: `${count(points, "point")} measured in ${count(climbs.length, "climb")}`,
    observed: points,
    threshold: `at least ${least} a climb`,
  });
}

function none(climbs: readonly Climb[]): Problem[] {
  if (climbs.length > 0) return [];
  return [
    {
      outcome: "missing",
      code: "no-climb",
      text: "no load run climbs, so nobody knows where the target gives way",
      observed: 0,
      threshold: "at least 1 climb",
      flip: "would be judged with 1 climb",
    },
  ];
}

function tooFew({ name, points }: Climb, least: number): Problem[] {
  if (points.length >= least) return [];
  return [
    {
      outcome: "missing",
      code: "too-few-points",
      text: `the climb ${name} has ${count(points.length, "point")}, wanted are ${least}`,
      observed: points.length,
      threshold: least,
      flip: `would be judged with ${least} points`,
    },
  ];
}

function wrongCounts({ runs }: Climb): Problem[] {
  return runs.flatMap(countProblems).map((problem): Problem => ({ ...problem, code: "counts-wrong" }));
}
