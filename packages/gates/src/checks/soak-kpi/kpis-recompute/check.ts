import type { Check, CheckInput, Finding, KpiResult, SoakBody } from "@holdpoint/core";
import { judgeKpi } from "@holdpoint/core";
import { conclude } from "../../../conclude.ts";
import { offence } from "../../../evidence/offence.ts";
import { soaksOf, steadyOf } from "../../../evidence/soaks.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

type Which = "strict" | "soft";

function judge(input: CheckInput): Finding {
  const told = soaksOf(input).flatMap((soak) =>
    (["strict", "soft"] as const).flatMap((which) => soak.kpis[which].map((result) => compared(soak, result, which))),
  );
  const of = (kind: string): string[] => told.filter((one) => one.kind === kind).map(({ text }) => text);
  const noun = "KPI";
  return conclude(
    [
      ...offence(of("differs"), {
        code: "differs",
        noun,
        text: "does not follow from its record",
        flip: "would pass with the results that the recorded values give",
      }),
      ...offence(of("unplanned"), {
        code: "unplanned",
        noun,
        text: "is not in the plan",
        flip: "would pass with the KPIs of the plan",
      }),
    ],
    { reason: `${count(told.length, "result")} recomputed`, observed: told.length, threshold: told.length },
  );
}

function compared(soak: SoakBody, told: KpiResult, which: Which): { kind: string; text: string } {
  const name = `${told.id} of ${soak.id} (${which})`;
  const plan = soak.terms.kpis.find(({ id }) => id === told.id);
  if (plan === undefined) return { kind: "unplanned", text: name };
  const values = steadyOf(soak).map((one) => one.values[plan.id] ?? null);
  const again = judgeKpi(plan, values, which);
  return {
    kind: isSame(told, again) ? "same" : "differs",
    text: `${name}: ${told.outcome} ${told.value}, not ${again.outcome} ${again.value}`,
  };
}

function isSame(a: KpiResult, b: KpiResult): boolean {
  return (
    a.outcome === b.outcome &&
    a.value === b.value &&
    a.bound.operator === b.bound.operator &&
    a.bound.value === b.bound.value &&
    a.aggregate === b.aggregate &&
    a.minSamples === b.minSamples &&
    a.values.length === b.values.length &&
    a.values.every((value, index) => value === b.values[index])
  );
}
