import type { Check, CheckInput, Finding } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import type { Climb, Limits } from "../../../evidence/climbs.ts";
import { beforeBroken, judgeClimbs, limitsParam } from "../../../evidence/climbs.ts";
import { rounded } from "../../../evidence/load-runs.ts";
import { countParam } from "../../../params.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const maxLagMs = countParam(input.params, "maxLagMs");
  const limits = limitsParam(input.params);
  return judgeClimbs(
    input,
    (climb) => late(climb, { maxLagMs, limits }),
    (climbs) => {
      const most = climbs.reduce((max, climb) => Math.max(max, lagOf(climb, limits) ?? 0), 0);
      return { reason: `at most ${rounded(most)} ms late`, observed: rounded(most), threshold: maxLagMs };
    },
  );
}

interface Wanted {
  readonly maxLagMs: number;
  readonly limits: Limits;
}

/** Null where one of the points does not say. */
function lagOf({ points }: Climb, limits: Limits): number | null {
  const all = beforeBroken(points, limits).map(({ lagMax }) => lagMax);
  return all.reduce((most, lag) => (most === null || lag === null ? null : Math.max(most, lag)), 0);
}

function late(climb: Climb, { maxLagMs, limits }: Wanted): Problem[] {
  const lag = lagOf(climb, limits);
  if (lag === null) {
    return [
      {
        outcome: "missing",
        code: "lag-unsaid",
        text: `the climb ${climb.name} does not say how late its arrivals were`,
        observed: "nothing",
        threshold: maxLagMs,
        flip: "would be judged with the lag of every window",
      },
    ];
  }
  if (lag <= maxLagMs) return [];
  return [
    {
      outcome: "missing",
      code: "generator-late",
      text: `the climb ${climb.name} handed arrivals over ${rounded(lag)} ms late, ${maxLagMs} ms may be`,
      observed: rounded(lag),
      threshold: maxLagMs,
      flip: `would be judged at <= ${maxLagMs} ms`,
    },
  ];
}
