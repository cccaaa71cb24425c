import type { Check, CheckInput, Finding, KpiResult, SoakBody, SoakIteration } from "@holdpoint/core";
import { judgeKpi, toldInSummary } from "@holdpoint/core";
import { conclude } from "../../../conclude.ts";
import { offence } from "../../../evidence/offence.ts";
import { placeOf, soaksOf, steadyOf } from "../../../evidence/soaks.ts";
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
  const unlike = soaksOf(input).flatMap(unlikeSummary);
  return conclude(
    [
      ...offence(of("differs"), {
        code: "differs",
        noun,
        text: "does not follow from its record",
        flip: "would pass with the results that the recorded values give",
      }),
      ...offence(unlike, {
        code: "not-in-summary",
        noun: "value",
        text: "is not what its summary says",
        flip: "would pass with the values of the summaries",
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

/** A KPI may be called as what every object has. */
function toldOf({ values }: SoakIteration, id: string): number | null {
  return Object.hasOwn(values, id) ? (values[id] ?? null) : null;
}

function compared(soak: SoakBody, told: KpiResult, which: Which): { kind: string; text: string } {
  const name = `${told.id} of ${soak.id} (${which})`;
  const plan = soak.terms.kpis.find(({ id }) => id === told.id);
  if (plan === undefined) return { kind: "unplanned", text: name };
  const values = steadyOf(soak).map((one) => toldOf(one, plan.id));
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

/** Values that the record of their iteration tells again; the sources of the others are not kept. */
function unlikeSummary(soak: SoakBody): string[] {
  return soak.iterations.flatMap((one) =>
    soak.terms.kpis.flatMap(({ id, select }) => {
      const again = toldInSummary(select, one);
      const told = toldOf(one, id);
      return again === undefined || told === again ? [] : [`${id} of ${placeOf(soak, one)} (${told}, not ${again})`];
    }),
  );
}
