import type { Check, CheckInput, Finding, SelftestBody } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { countParam } from "../../../params.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const minPlanted = countParam(input.params, "minPlanted");
  const bodies = bodiesOf<SelftestBody>(input, KIND.selftest);
  const planted = bodies.reduce((sum, body) => sum + body.planted, 0);
  const caught = bodies.reduce((sum, body) => sum + body.caught, 0);
  const problems = [
    ...bodies.flatMap(missed),
    ...bodies.flatMap(miscounted),
    ...(planted < minPlanted ? [tooFew(planted, minPlanted)] : []),
  ];
  return conclude(problems, {
    reason: `${caught} of ${count(planted, "planted violation")} caught`,
    observed: caught,
    threshold: planted,
  });
}

function missed({ checks, planted }: SelftestBody): Problem[] {
  const all = checks.flatMap(({ gate, check: id, missed: own }) => own.map((what) => `${gate}/${id} ${what}`));
  if (all.length === 0) return [];
  return [
    {
      outcome: "fail",
      code: "missed",
      text: `${all.length} of ${count(planted, "planted violation")} missed: ${listed(all)}`,
      observed: planted - all.length,
      threshold: planted,
      flip: "would pass with 0 missed violations",
      locations: all.map((text) => ({ file: "selftest", text })),
    },
  ];
}

/** Live plants that were missed are named apart; anything else that was not caught must have a name too. */
function miscounted({ checks, live, planted, caught }: SelftestBody): Problem[] {
  const named = checks.reduce((sum, one) => sum + one.missed.length, 0) + live.filter((one) => !one.caught).length;
  if (planted - caught === named) return [];
  return [
    {
      outcome: "fail",
      code: "count-disagrees",
      text: `${planted} violations were planted and ${caught} caught, but ${named} are named as missed`,
      observed: planted - caught,
      threshold: named,
      flip: `would pass with ${planted - named} of ${planted} caught`,
    },
  ];
}

function tooFew(planted: number, min: number): Problem {
  return {
    outcome: "fail",
    code: "too-few",
    text: `${count(planted, "violation")} planted, at least ${min} are wanted`,
    observed: planted,
    threshold: min,
    flip: `would pass with ${min - planted} more`,
  };
}
