import type { Check, CheckInput, Finding } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import type { Climb, Limits, Point } from "../../../evidence/climbs.ts";
import { beforeBroken, heldPerS, isMet, judgeClimbs, limitsParam } from "../../../evidence/climbs.ts";
import { rounded } from "../../../evidence/load-runs.ts";
import { countParam } from "../../../params.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

/** So many of the points at the lowest rates, and at the rate that is held, are looked at. */
const SHARE = 5;

function judge(input: CheckInput): Finding {
  const maxGrowth = countParam(input.params, "maxGrowth");
  const limits = limitsParam(input.params);
  return judgeClimbs(
    input,
    (climb) => knee(climb, { maxGrowth, limits }),
    (climbs) => {
      const told = climbs.map((climb) => `${climb.name} ${growthText(growthOf(climb, limits))}`).join(", ");
      return { reason: `time of service at rest and at the rate held: ${told}`, observed: told, threshold: maxGrowth };
    },
  );
}

interface Wanted {
  readonly maxGrowth: number;
  readonly limits: Limits;
}

interface Growth {
  readonly rest: number | null;
  readonly held: number | null;
}

function growthOf({ points }: Climb, limits: Limits): Growth {
  const byRate = beforeBroken(points, limits)
    .filter((point) => isMet(point, limits))
    .toSorted((a, b) => a.offered - b.offered);
  const rate = heldPerS(points, limits);
  const some = Math.max(1, Math.ceil(byRate.length / SHARE));
  return { rest: medianOf(byRate.slice(0, some)), held: medianOf(byRate.filter(({ offered }) => offered >= rate)) };
}

/** Middle of the points' own medians; null where a point has none. */
function medianOf(points: readonly Point[]): number | null {
  const times = points.flatMap(({ service }) => service?.p50 ?? []).toSorted((a, b) => a - b);
  return times.length < points.length ? null : (times[Math.floor(times.length / 2)] ?? null);
}

function growthText({ rest, held }: Growth): string {
  return rest === null || held === null ? "unknown" : `${rounded(rest)} ms and ${rounded(held)} ms`;
}

function knee(climb: Climb, { maxGrowth, limits }: Wanted): Problem[] {
  const growth = growthOf(climb, limits);
  const { rest, held } = growth;
  if (rest === null || held === null) {
    return [
      {
        outcome: "missing",
        code: "service-unsaid",
        text: `the climb ${climb.name} does not tell the time of service at rest and at the rate held`,
        observed: "nothing",
        threshold: maxGrowth,
        flip: "would be judged with the time of service of every window, and a rate that is held",
      },
    ];
  }
  if (held <= rest * maxGrowth) return [];
  const most = rounded(rest * maxGrowth);
  return [
    {
      outcome: "warn",
      code: "near-the-knee",
      text: `the climb ${climb.name}: time of service is ${growthText(growth)}, at most ${maxGrowth} times is flat`,
      observed: rounded(held),
      threshold: most,
      flip: `would pass at <= ${most} ms`,
    },
  ];
}
