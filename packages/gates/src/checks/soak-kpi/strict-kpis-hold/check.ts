import type { Check, CheckInput, Finding, KpiResult, SoakBody } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { soaksOf } from "../../../evidence/soaks.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const soaks = soaksOf(input);
  const results = soaks.flatMap(({ id, kpis }) => kpis.strict.map((result) => ({ id, result })));
  const passed = results.filter(({ result }) => result.outcome === "pass").length;
  return conclude([...soaks.flatMap(withoutKpi), ...results.flatMap(({ id, result }) => missed(id, result))], {
    reason: results.map(({ result }) => `${result.id}: ${result.reason}`).join("; "),
    observed: passed,
    threshold: results.length,
  });
}

function withoutKpi({ id, kpis }: SoakBody): Problem[] {
  if (kpis.strict.length > 0) return [];
  const terms = { observed: 0, threshold: "at least 1 KPI", flip: "would be judged with 1 KPI" };
  return [{ outcome: "missing", code: "no-kpi", text: `${id} judges no KPI`, ...terms }];
}

/** Judged by the value, not by the word beside it; what has no value is `every-kpi-decided`'s. */
function missed(id: string, { id: kpi, value, bound, outcome, reason, trend }: KpiResult): Problem[] {
  const holds = value === null || (bound.operator === ">=" ? value >= bound.value : value <= bound.value);
  if (holds && outcome !== "fail") return [];
  return [
    {
      outcome: "fail",
      code: "kpi-missed",
      text: `${kpi} of ${id}: ${reason}${trend === "up" || trend === "down" ? `, and goes ${trend}` : ""}`,
      observed: value,
      threshold: bound.value,
      flip: `would pass at ${bound.operator} ${bound.value}`,
    },
  ];
}
