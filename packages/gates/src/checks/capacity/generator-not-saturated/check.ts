import type { Check, CheckInput, Finding, LoadBody } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import type { Climb } from "../../../evidence/climbs.ts";
import { climbsOf, judgeClimbs } from "../../../evidence/climbs.ts";
import { noneToJudge, rounded } from "../../../evidence/load-runs.ts";
import { percentParam } from "../../../params.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const maxPercent = percentParam(input.params, "maxPercent");
  const told = climbsOf(input).flatMap(({ runs }) => runs.filter((run) => !spins(run)).map(usedPercent));
  if (climbsOf(input).length > 0 && told.length === 0) return noneToJudge("climb with economical pacing", "lag-small");
  const most = told.reduce((max: number, percent) => Math.max(max, percent ?? 0), 0);
  return judgeClimbs(
    input,
    (climb) => saturated(climb, maxPercent),
    () => ({
      reason: `${rounded(most)}% of a processor a worker used`,
      observed: rounded(most),
      threshold: maxPercent,
    }),
  );
}

/** Precise pacing spins: its processor time says nothing. */
function spins({ terms }: LoadBody): boolean {
  return terms.pacing === "precise";
}

function usedPercent({ terms, durationMs }: LoadBody): number | null {
  // A generator that sent something used some: 0 is a counter that was not read.
  if (terms.cpuS === null || !(terms.cpuS > 0) || !(durationMs > 0)) return null;
  return (terms.cpuS * 100_000) / (durationMs * Math.max(1, terms.workers ?? 1));
}

function saturated({ name, runs }: Climb, maxPercent: number): Problem[] {
  return runs.flatMap((run): Problem[] => {
    const used = usedPercent(run);
    if (spins(run) || (used !== null && used <= maxPercent)) return [];
    if (used === null) {
      return [
        {
          outcome: "missing",
          code: "cpu-unsaid",
          text: `the climb ${name} does not say how much processor time its generator used`,
          observed: "nothing",
          threshold: maxPercent,
          flip: "would be judged with its processor time",
        },
      ];
    }
    return [
      {
        outcome: "missing",
        code: "generator-saturated",
        text: `the climb ${name}: each worker used ${rounded(used)}% of a processor, ${maxPercent}% may be`,
        observed: rounded(used),
        threshold: maxPercent,
        flip: `would be judged at <= ${maxPercent}%`,
      },
    ];
  });
}
