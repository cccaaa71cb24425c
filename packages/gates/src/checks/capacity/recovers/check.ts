import type { Check, CheckInput, Finding } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import type { Climb, Limits, Point } from "../../../evidence/climbs.ts";
import { brokenAt, climbsOf, heldPerS, isMet, judgeClimbs, limitsParam } from "../../../evidence/climbs.ts";
import { noneToJudge } from "../../../evidence/load-runs.ts";
import { countParam } from "../../../params.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const withinS = countParam(input.params, "withinS");
  const limits = limitsParam(input.params);
  const broken = climbsOf(input).filter(({ points, runs }) => runs.length === 1 && brokenAt(points, limits) !== null);
  if (broken.length === 0) return noneToJudge("climb beyond the limit", "limit-found");
  return judgeClimbs(
    input,
    (climb) => (broken.some(({ name }) => name === climb.name) ? recovery(climb, { withinS, limits }) : []),
    () => {
      const took = broken.map((climb) => `${climb.name} ${tookS(fallen(climb, limits), limits) ?? 0} s`).join(", ");
      return { reason: `recovered after: ${took}`, observed: took, threshold: `${withinS} s` };
    },
  );
}

interface Wanted {
  readonly withinS: number;
  readonly limits: Limits;
}

/** Points after the overload at which no more was asked than the target had held before. */
function fallen({ points }: Climb, limits: Limits): readonly Point[] {
  const held = heldPerS(points, limits);
  const after = points.slice(brokenAt(points, limits) ?? points.length);
  return after.slice(after.findLastIndex(({ offered }) => offered > held) + 1);
}

/** Seconds from where the rate fell back to where the target was within the limits for good; null: it never was. */
function tookS(points: readonly Point[], limits: Limits): number | null {
  const last = points.findLastIndex((point) => !isMet(point, limits));
  const [first, well] = [points[0], points[last + 1]];
  return first === undefined || well === undefined ? null : (well.atMs - first.atMs) / 1000;
}

function recovery(climb: Climb, { withinS, limits }: Wanted): Problem[] {
  const points = fallen(climb, limits);
  const took = tookS(points, limits);
  if (took !== null && took <= withinS) return [];
  const wasTried = points.length > 0;
  const after = took === null ? "to the end" : `for ${took} s`;
  return [
    {
      outcome: wasTried ? "fail" : "warn",
      code: wasTried ? "never-recovers" : "not-tried",
      text: wasTried
        ? `the climb ${climb.name}: the target was beyond the limits ${after} after the rate fell back`
        : `the climb ${climb.name} ends in overload, so nobody knows whether the target recovers`,
      observed: wasTried ? after : "no fall",
      threshold: `${withinS} s`,
      flip: wasTried ? `would pass at <= ${withinS} s` : "would be judged with a rate that falls back",
    },
  ];
}
