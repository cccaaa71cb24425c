import type { Check, CheckInput, Finding } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import type { ClimbFacts } from "../../../evidence/capacity-facts.ts";
import { climbFacts, promotedClimbs } from "../../../evidence/capacity-facts.ts";
import type { Limits } from "../../../evidence/climbs.ts";
import { climbsOf, heldPerS, limitsParam } from "../../../evidence/climbs.ts";
import { withoutFacts } from "../../../inherit.ts";
import { choiceParam, percentParam } from "../../../params.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

interface Wanted {
  readonly tolerance: number;
  readonly limits: Limits;
  readonly accepts: boolean;
}

function judge(input: CheckInput): Finding {
  const tolerance = percentParam(input.params, "tolerancePercent");
  const limits = limitsParam(input.params);
  const accepts = choiceParam(input.params, "otherTerms", ["refuse", "accept"]) === "accept";
  const now = climbsOf(input).map(climbFacts);
  const before = promotedClimbs(input);
  if (before === null) return withoutFacts(input, "capacity", definition.id, "its capacity");
  const told = now.map(({ name, points }) => `${name} ${heldPerS(points, limits)}/s`).join(", ");
  return conclude(
    before.flatMap((then) => fallen(then, now, { tolerance, limits, accepts })),
    {
      reason: `held: ${told}`,
      observed: told,
      threshold: before.map(({ name, points }) => `${name} ${heldPerS(points, limits)}/s`).join(", "),
    },
  );
}

function fallen(then: ClimbFacts, all: readonly ClimbFacts[], { tolerance, limits, accepts }: Wanted): Problem[] {
  const now = all.find(({ name }) => name === then.name);
  if (now === undefined) return [gone(then)];
  const isSame = same(then.plans, now.plans) && same(then.machines, now.machines);
  if (!isSame) return accepts ? [] : [otherTerms(then)];
  const [was, is] = [heldPerS(then.points, limits), heldPerS(now.points, limits)];
  const least = Math.ceil(was - (was * tolerance) / 100);
  if (is >= least) return [];
  return [
    {
      outcome: "fail",
      code: "fell",
      text: `the climb ${then.name} held ${was}/s at the last promotion, now ${is}/s; ${tolerance}% less is ${least}`,
      observed: is,
      threshold: least,
      flip: `would pass at >= ${least} a second`,
    },
  ];
}

/** What nobody knows is not the same. */
function same(then: readonly string[], now: readonly string[]): boolean {
  return then.length === now.length && then.every((one, at) => one === now[at] && one !== "unknown");
}

function gone({ name }: ClimbFacts): Problem {
  return {
    outcome: "missing",
    code: "climb-gone",
    text: `the climb ${name} of the last promotion was not made again`,
    observed: "no climb",
    threshold: "the climb of the last promotion",
    flip: "would be judged with the climb",
  };
}

function otherTerms({ name }: ClimbFacts): Problem {
  return {
    outcome: "missing",
    code: "other-terms",
    text: `the climb ${name} was made by another plan or on another machine than at the last promotion`,
    observed: "other terms",
    threshold: "the same plan and machine",
    flip: "would be judged with the climb as it was made then",
  };
}
