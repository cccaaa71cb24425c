import type { Check, CheckInput, Finding, ResourcesBody } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import type { SteadyPart } from "../../../evidence/steady-part.ts";
import { steadyPartOf, withoutSteadyPart } from "../../../evidence/steady-part.ts";
import { countParam, percentParam } from "../../../params.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

interface Limits {
  readonly faultedPercentMax: number;
  readonly faultsMax: number;
}

function judge(input: CheckInput): Finding {
  const limits: Limits = {
    faultedPercentMax: percentParam(input.params, "faultedPercentMax"),
    faultsMax: countParam(input.params, "faultsMax"),
  };
  const bodies = bodiesOf<ResourcesBody>(input, KIND.resources);
  const faults = bodies.flatMap(({ faulted }) => faulted).length;
  return conclude(
    bodies.flatMap((body) => problemsOf(body, limits)),
    {
      reason: `${count(faults, "fault")} in the steady part of ${count(bodies.length, "subject")}`,
      observed: faults,
      threshold: limits.faultsMax,
    },
  );
}

function problemsOf(body: ResourcesBody, { faultedPercentMax, faultsMax }: Limits): Problem[] {
  const part = steadyPartOf(body);
  const none = withoutSteadyPart(part);
  if (none.length > 0) return none;
  const within = body.faulted.filter(({ fromMs, toMs }) => fromMs < part.toMs && toMs > part.fromMs);
  const problems: Problem[] = [];
  if (within.length > faultsMax) {
    problems.push({
      outcome: "fail",
      code: "too-many-faults",
      text: `${part.subject} was disturbed ${count(within.length, "time")} (${within[0]?.why ?? ""}), ${faultsMax} may`,
      observed: within.length,
      threshold: faultsMax,
      flip: `would pass at <= ${faultsMax} faults`,
    });
  }
  const percent = (100 * lengthOf(within, part)) / part.lengthMs;
  if (percent > faultedPercentMax) {
    problems.push({
      outcome: "fail",
      code: "too-much-faulted",
      text: `${percent.toFixed(1)} % of the steady part of ${part.subject} was disturbed, ${faultedPercentMax} % may`,
      observed: Number(percent.toFixed(3)),
      threshold: faultedPercentMax,
      flip: `would pass at <= ${faultedPercentMax} %`,
    });
  }
  return problems;
}

/** Of all faults together: what two of them share counts once. */
function lengthOf(faults: ResourcesBody["faulted"], part: SteadyPart): number {
  let coveredMs = 0;
  let reachedMs = part.fromMs;
  for (const { fromMs, toMs } of faults.toSorted((a, b) => a.fromMs - b.fromMs)) {
    const endMs = Math.min(toMs, part.toMs);
    coveredMs += Math.max(0, endMs - Math.max(fromMs, reachedMs));
    reachedMs = Math.max(reachedMs, endMs);
  }
  return coveredMs;
}
