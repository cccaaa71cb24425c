import type { Check, CheckInput, Finding } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import type { Climb, Limits } from "../../../evidence/climbs.ts";
import { beforeBroken, climbsOf, judgeClimbs, limitsParam } from "../../../evidence/climbs.ts";
import { rounded } from "../../../evidence/load-runs.ts";
import { percentParam } from "../../../params.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const most = percentParam(input.params, "maxFailedPercent");
  const limits = limitsParam(input.params);
  const seen = climbsOf(input).reduce((sum, { points }) => sum + beforeBroken(points, limits).length, 0);
  return judgeClimbs(
    input,
    (climb) => early(climb, { most, limits }),
    () => ({
      reason: `at most ${most}% failed at ${count(seen, "point")} before the target gave way`,
      observed: seen,
      threshold: `at most ${most}%`,
    }),
  );
}

interface Wanted {
  readonly most: number;
  readonly limits: Limits;
}

function early({ name, points }: Climb, { most, limits }: Wanted): Problem[] {
  return beforeBroken(points, limits).flatMap(({ atMs, offered, failed }): Problem[] => {
    const percent = rounded(failed * 100);
    if (percent <= most) return [];
    const problem: Problem = {
      outcome: "fail",
      code: "errors-early",
      text: `the climb ${name}: ${percent}% failed at ${atMs / 1000} s at ${Math.round(offered)}/s, ${most}% may`,
      observed: percent,
      threshold: most,
      flip: `would pass at <= ${most}%`,
    };
    return [problem];
  });
}
