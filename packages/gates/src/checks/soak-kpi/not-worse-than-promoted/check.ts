import type { Check, CheckInput, Finding } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import type { KpiFact } from "../../../evidence/soak-facts.ts";
import { kpiFactsNow, kpiFactsThen, SOAK_KPI } from "../../../evidence/soak-facts.ts";
import { withoutFacts } from "../../../inherit.ts";
import { percentParam } from "../../../params.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const tolerancePercent = percentParam(input.params, "tolerancePercent");
  const now = kpiFactsNow(input);
  const then = kpiFactsThen(input);
  if (then === null || then.length === 0) return withoutFacts(input, SOAK_KPI, definition.id, "its KPIs");
  return conclude(
    then.flatMap((before) => {
      const after = now.find(({ soak, kpi }) => soak === before.soak && kpi === before.kpi);
      return after === undefined ? gone(before) : worse(before, after, tolerancePercent);
    }),
    {
      reason: `${count(then.length, "KPI")} as good as at the last promotion, within ${tolerancePercent} %`,
      observed: then.map(({ kpi }) => `${kpi} ${now.find((one) => one.kpi === kpi)?.value ?? "gone"}`).join(", "),
      threshold: then.map(({ kpi, value }) => `${kpi} ${value}`).join(", "),
    },
  );
}

function gone({ soak, kpi, value }: KpiFact): Problem[] {
  const text = `${kpi} of ${soak}, ${value} at the last promotion, has no value now`;
  const flip = "would be judged with a value";
  return [{ outcome: "missing", code: "gone", text, observed: "no value", threshold: value, flip }];
}

function worse(before: KpiFact, after: KpiFact, tolerancePercent: number): Problem[] {
  const slack = Math.abs(before.value) * (tolerancePercent / 100);
  const isHigherBetter = before.operator === ">=";
  const bound = isHigherBetter ? before.value - slack : before.value + slack;
  if (isHigherBetter ? after.value >= bound : after.value <= bound) return [];
  const shown = Number(bound.toPrecision(6));
  return [
    {
      outcome: "fail",
      code: "worse",
      text: `${before.kpi} of ${before.soak} is ${after.value}, and was ${before.value} at the last promotion`,
      observed: after.value,
      threshold: shown,
      flip: `would pass at ${before.operator} ${shown}`,
    },
  ];
}
