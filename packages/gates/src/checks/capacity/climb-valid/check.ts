import type { Check, CheckInput, Finding } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import type { Climb, Limits } from "../../../evidence/climbs.ts";
import { brokenAt, judgeClimbs, limitsParam } from "../../../evidence/climbs.ts";
import { stringsParam } from "../../../params.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const overload = stringsParam(input.params, "overload");
  const limits = limitsParam(input.params);
  return judgeClimbs(
    input,
    (climb) => [...foreign(climb, overload), ...unseen(climb, { overload, limits })],
    (climbs) => ({
      reason: `${count(climbs.length, "climb")} with no reason against it that is the generator's`,
      observed: climbs.length,
      threshold: climbs.length,
    }),
  );
}

function foreign({ name, runs }: Climb, overload: readonly string[]): Problem[] {
  return runs.flatMap(({ validity, reasons }) => {
    const own = reasons.filter(({ code }) => !overload.includes(code));
    if (own.length === 0 && (validity === "valid" || reasons.length > 0)) return [];
    const why = own.map(({ code, text }) => `${text} (${code})`).join("; ") || "no reason is given";
    const problem: Problem = {
      outcome: "missing",
      code: "run-invalid",
      text: `the climb ${name} is invalid: ${why}`,
      observed: own.map(({ code }) => code).join(", ") || "invalid",
      threshold: "valid",
      flip: "would be judged with a valid climb",
    };
    return [problem];
  });
}

interface Terms {
  readonly overload: readonly string[];
  readonly limits: Limits;
}

function unseen({ name, runs, points }: Climb, { overload, limits }: Terms): Problem[] {
  const said = runs.flatMap(({ reasons }) => reasons.filter(({ code }) => overload.includes(code)));
  const [first] = said;
  if (first === undefined || brokenAt(points, limits) !== null) return [];
  return [
    {
      outcome: "missing",
      code: "gave-way-unseen",
      text: `the climb ${name} says "${first.text}" (${first.code}), and its target gave way nowhere`,
      observed: first.code,
      threshold: "a point at which the target gave way",
      flip: "would be judged with a generator that keeps up with a target that does",
    },
  ];
}
