import type { Check, CheckInput, Finding } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { isFinding } from "../../../evidence/compared-facts.ts";
import type { ComparedLoad } from "../../../evidence/compared-loads.ts";
import { comparedLoads, otherTerms } from "../../../evidence/compared-loads.ts";
import { runFacts } from "../../../evidence/load-facts.ts";
import { rounded } from "../../../evidence/load-runs.ts";
import { countParam, percentParam } from "../../../params.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

interface Tolerance {
  readonly percent: number;
  readonly ms: number;
}

function judge(input: CheckInput): Finding {
  const tolerance = {
    percent: percentParam(input.params, "tolerancePercent"),
    ms: countParam(input.params, "toleranceMs"),
  };
  const compared = comparedLoads(input, definition.id);
  if (isFinding(compared)) return compared;
  const comparable = compared.filter((one) => otherTerms(one) === null);
  if (comparable.length === 0) return notCompared();
  const told = comparable.flatMap((one) => bothOf(one).map(({ name, was, is }) => `${name} ${is} ms (${was})`));
  return conclude(
    comparable.flatMap((one) => slower(one, tolerance)),
    {
      reason: `now and at the last promotion: ${told.join(", ")}`,
      observed: told.join(", "),
      threshold: `${tolerance.percent}% and ${tolerance.ms} ms more`,
    },
  );
}

interface Both {
  readonly name: string;
  readonly was: number;
  readonly is: number;
}

function bothOf({ before, now }: ComparedLoad): Both[] {
  const percentiles = now === null ? {} : runFacts(now).percentiles;
  return Object.entries(before.percentiles).flatMap(([name, was]) => {
    const is = percentiles[name];
    return is === undefined ? [] : [{ name, was: rounded(was), is: rounded(is) }];
  });
}

function slower(compared: ComparedLoad, { percent, ms }: Tolerance): Problem[] {
  return bothOf(compared).flatMap(({ name, was, is }): Problem[] => {
    const allowed = rounded(Math.max(was * (1 + percent / 100), was + ms));
    if (is <= allowed) return [];
    return [
      {
        outcome: "fail",
        code: "slower",
        text: `load ${compared.before.id}: ${name} was ${was} ms and is ${is} ms, at most ${allowed} ms may be`,
        observed: is,
        threshold: allowed,
        flip: `would pass at <= ${allowed} ms`,
      },
    ];
  });
}

function notCompared(): Finding {
  return {
    outcome: "not-applicable",
    code: "other-terms",
    reason: "no run was made as at the last promotion, which terms-comparable judges",
    observed: 0,
    threshold: "at least 1 run as it was made then",
    flip: "would be judged with 1 run as it was made then",
  };
}
