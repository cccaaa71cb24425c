import type { Check, CheckInput, Finding } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { only } from "../../../conclude.ts";
import type { Climb, Limits } from "../../../evidence/climbs.ts";
import { climbsOf, heldPerS, judgeClimbs, limitsParam } from "../../../evidence/climbs.ts";
import { countParam, percentParam } from "../../../params.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

interface Wanted {
  readonly required: number;
  readonly headroom: number;
  readonly limits: Limits;
}

function judge(input: CheckInput): Finding {
  const required = countParam(input.params, "requiredPerS");
  const headroom = percentParam(input.params, "headroomPercent");
  const limits = limitsParam(input.params);
  const told = climbsOf(input).map(({ name, points }) => `${name} ${heldPerS(points, limits)}`);
  if (required === 0) return only(unsaid(told.join(", ")));
  return judgeClimbs(
    input,
    (climb) => short(climb, { required, headroom, limits }),
    () => ({
      reason: `held a second: ${told.join(", ")}; ${required} and ${headroom}% above are needed`,
      observed: told.join(", "),
      threshold: `${required} and ${headroom}% above`,
    }),
  );
}

function unsaid(told: string): Problem {
  return {
    outcome: "missing",
    code: "rate-unsaid",
    text: `the profile does not say which rate is needed (requiredPerS); held a second: ${told || "nothing"}`,
    observed: told || "nothing",
    threshold: "a rate that is needed",
    flip: "would be judged with requiredPerS of at least 1",
  };
}

function short({ name, points }: Climb, { required, headroom, limits }: Wanted): Problem[] {
  const held = heldPerS(points, limits);
  const wanted = Math.ceil(required + (required * headroom) / 100);
  if (held >= wanted) return [];
  const isHeld = held >= required;
  const least = isHeld ? wanted : required;
  const terms = `${limits.percentile} within ${limits.maxMs} ms`;
  return [
    {
      outcome: isHeld ? "warn" : "fail",
      code: isHeld ? "little-headroom" : "too-little",
      text: `the climb ${name} held ${held}/s with ${terms}, ${required}/s are needed and ${headroom}% above`,
      observed: held,
      threshold: least,
      flip: `would ${isHeld ? "pass" : "warn"} at >= ${least} a second`,
    },
  ];
}
