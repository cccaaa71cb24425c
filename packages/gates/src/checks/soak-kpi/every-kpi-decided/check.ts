import type { Check, CheckInput, Finding } from "@holdpoint/core";
import { conclude } from "../../../conclude.ts";
import { offence } from "../../../evidence/offence.ts";
import { soaksOf } from "../../../evidence/soaks.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const soaks = soaksOf(input);
  const results = soaks.flatMap(({ id, kpis }) => kpis.strict.map((result) => ({ id, result })));
  const open = results
    .filter(({ result }) => result.outcome === "inconclusive" || result.value === null)
    .map(({ id, result }) => `${result.id} of ${id} (${result.reason})`);
  const absent = soaks.flatMap(({ id, kpis, terms }) =>
    terms.kpis.filter((plan) => !kpis.strict.some((one) => one.id === plan.id)).map((plan) => `${plan.id} of ${id}`),
  );
  const rest = { noun: "KPI", outcome: "missing" } as const;
  const flip = "would be judged with a value in every iteration of its window";
  return conclude(
    [
      ...offence(open, { ...rest, code: "inconclusive", text: "could not be decided", flip }),
      ...offence(absent, { ...rest, code: "not-judged", text: "has no result", flip: "would be judged with a result" }),
    ],
    { reason: `${count(results.length, "KPI")} decided`, observed: results.length, threshold: results.length },
  );
}
