import type { Check, CheckInput, Finding, LoadBody } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { judgeRuns } from "../../../evidence/load-runs.ts";
import { countParam } from "../../../params.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

const CODES: Readonly<Record<string, string>> = { inconclusive: "undecided", invalid: "invalid-objective" };

function judge(input: CheckInput): Finding {
  const least = countParam(input.params, "minObjectives");
  return judgeRuns(
    input,
    (run) => [...tooFew(run, least), ...undecided(run)],
    (runs) => {
      const all = runs.reduce((sum, { slo }) => sum + slo.length, 0);
      return { reason: `${count(all, "objective")} decided`, observed: all, threshold: `at least ${least} a run` };
    },
  );
}

function tooFew({ id, slo }: LoadBody, least: number): Problem[] {
  if (slo.length >= least) return [];
  return [
    {
      outcome: "missing",
      code: "no-objective",
      text: `load ${id} has ${count(slo.length, "objective")}, wanted are ${least}`,
      observed: slo.length,
      threshold: least,
      flip: `would be judged with ${count(least, "objective")}`,
    },
  ];
}

function undecided({ id, slo }: LoadBody): Problem[] {
  return slo.flatMap((objective) => {
    const { outcome, reason, text } = objective;
    if (outcome === "pass" || outcome === "fail") return [];
    const problem: Problem = {
      outcome: "missing",
      code: (Object.hasOwn(CODES, outcome) ? CODES[outcome] : null) ?? "undecided",
      text: `load ${id}: "${text}" is ${outcome}: ${reason}`,
      observed: outcome,
      threshold: "pass or fail",
      flip: "would be judged with a run that decides it",
    };
    return [problem];
  });
}
