import type { Check, CheckInput, Finding, SoakBody, SoakIteration } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { placeOf, soaksOf, steadyOf } from "../../../evidence/soaks.ts";
import { countParam } from "../../../params.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const steadyMin = Math.max(1, countParam(input.params, "steadyMin"));
  const soaks = soaksOf(input);
  const fewest = Math.min(...soaks.map((soak) => steadyOf(soak).length));
  return conclude(
    soaks.flatMap((soak) => [...tooFew(soak, steadyMin), ...mixed(soak)]),
    {
      reason: soaks
        .map((soak) => `${steadyOf(soak).length} of ${soak.planned} iterations of ${soak.id} are steady`)
        .join("; "),
      observed: fewest,
      threshold: steadyMin,
    },
  );
}

function tooFew(soak: SoakBody, steadyMin: number): Problem[] {
  const steady = steadyOf(soak).length;
  if (steady >= steadyMin) return [];
  const text = `${steady} iterations of ${soak.id} are steady, ${steadyMin} are needed`;
  const flip = `would be judged with ${steadyMin} steady iterations`;
  return [{ outcome: "missing", code: "too-few-steady", text, observed: steady, threshold: steadyMin, flip }];
}

function mixed(soak: SoakBody): Problem[] {
  const odd = soak.iterations.find((one) => one.phase !== phaseOf(one.iteration, soak));
  if (odd === undefined) return [];
  const wanted = phaseOf(odd.iteration, soak);
  const text = `${placeOf(soak, odd)} was ${odd.phase}, and is ${wanted} by the plan`;
  const flip = `would pass as ${wanted}`;
  return [{ outcome: "fail", code: "phases-mixed", text, observed: odd.phase, threshold: wanted, flip }];
}

function phaseOf(iteration: number, { terms: { phases } }: SoakBody): SoakIteration["phase"] {
  if (iteration <= phases.warmUp) return "warm-up";
  return iteration <= phases.warmUp + phases.rampDown ? "ramp-down" : "steady";
}
