import type { Check, CheckInput, Finding, LoadBody, SloResult } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { judgeRuns, noneToJudge, performanceRuns, rounded } from "../../../evidence/load-runs.ts";
import { percentParam } from "../../../params.ts";
import { shareMax } from "../../../share.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

type Budget = NonNullable<SloResult["budget"]>;

function judge(input: CheckInput): Finding {
  const least = percentParam(input.params, "minLeftPercent");
  const budgets = performanceRuns(input).flatMap(({ slo }) => slo.flatMap(({ budget }) => budget ?? []));
  if (budgets.length === 0) return noneToJudge("objective with a budget", "objectives-judged");
  const told = budgets.map(({ spent, allowed }) => `${spent} of ${allowed}`).join(", ");
  return judgeRuns(
    input,
    ({ id, slo }) => slo.flatMap((result) => problemsOf(id, result, least)),
    () => ({
      reason: `bad requests spent: ${told}`,
      observed: told,
      threshold: `at least ${least}% left of ${count(budgets.length, "budget")}`,
    }),
  );
}

function problemsOf(id: LoadBody["id"], { text, budget }: SloResult, least: number): Problem[] {
  if (budget === null) return [];
  const name = `load ${id}: "${text}"`;
  return [...littleLeft(name, budget, least), ...burnedFast(name, budget)];
}

function littleLeft(name: string, { allowed, spent }: Budget, least: number): Problem[] {
  const most = allowed - shareMax(allowed, least);
  if (spent <= most) return [];
  return [
    {
      outcome: "warn",
      code: "little-left",
      text: `${name} has spent ${spent} of ${count(allowed, "bad request")}, ${least}% should be left`,
      observed: spent,
      threshold: most,
      flip: `would pass at <= ${most} bad requests`,
    },
  ];
}

function burnedFast(name: string, { alerts }: Budget): Problem[] {
  return alerts.flatMap((alert): Problem[] => {
    const { fired, worst, factor, longMs, shortMs } = alert;
    if (fired === 0) return [];
    const windows = `${longMs / 1000} s and ${shortMs / 1000} s`;
    return [
      {
        outcome: "warn",
        code: "burned-fast",
        text: `${name} burned at ${rounded(worst)} times its budget over ${windows}, ${count(fired, "alert")} fired`,
        observed: rounded(worst),
        threshold: factor,
        flip: `would pass at <= ${factor} times the budget`,
      },
    ];
  });
}
