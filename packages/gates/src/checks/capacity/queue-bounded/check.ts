import type { Check, CheckInput, Finding } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import type { Climb, Limits } from "../../../evidence/climbs.ts";
import { beforeBroken, judgeClimbs, limitsParam } from "../../../evidence/climbs.ts";
import { countParam } from "../../../params.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const maxQueuedMs = countParam(input.params, "maxQueuedMs");
  const limits = limitsParam(input.params);
  return judgeClimbs(
    input,
    (climb) => grown(climb, { maxQueuedMs, limits }),
    (climbs) => {
      const most = climbs.flatMap(({ points }) => beforeBroken(points, limits).map(({ queued }) => queued));
      const longest = most.reduce((max, queued) => Math.max(max, queued), 0);
      return { reason: `at most ${longest} waited`, observed: longest, threshold: `arrivals of ${maxQueuedMs} ms` };
    },
  );
}

interface Wanted {
  readonly maxQueuedMs: number;
  readonly limits: Limits;
}

function grown({ name, points }: Climb, { maxQueuedMs, limits }: Wanted): Problem[] {
  return beforeBroken(points, limits).flatMap(({ atMs, queued, offered }): Problem[] => {
    const most = Math.floor((offered * maxQueuedMs) / 1000);
    if (queued <= most) return [];
    const problem: Problem = {
      outcome: "fail",
      code: "queue-grows",
      text: `the climb ${name}: ${queued} arrivals waited at ${atMs / 1000} s, at ${Math.round(offered)}/s ${most} may`,
      observed: queued,
      threshold: most,
      flip: `would pass at <= ${most} waiting arrivals`,
    };
    return [problem];
  });
}
