import type { Check, CheckInput, Finding } from "@holdpoint/core";
import { conclude } from "../../../conclude.ts";
import { triedRules } from "../../../evidence/fail-closed-rules.ts";
import { offence } from "../../../evidence/offence.ts";
import { stringsParam } from "../../../params.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const precedes = stringsParam(input.params, "effectPrecedes");
  const withoutTarget = stringsParam(input.params, "withoutTarget");
  const tried = triedRules(input);
  // Where an answer or a receipt is what is refused, the effect was allowed and came before.
  const happened = tried.filter(({ id, effects }) => (effects ?? 0) > 0 && !precedes.includes(id));
  const uncounted = tried.filter(({ effects, component }) => effects === null && !withoutTarget.includes(component));
  const problems = [
    ...offence(
      uncounted.map(({ id }) => id),
      {
        code: "effects-not-counted",
        noun: "rule",
        text: "tried without counting effects",
        flip: "would be judged with a count for each",
        outcome: "missing",
      },
    ),
    ...offence(
      happened.map(({ id, effects }) => `${id} (${effects})`),
      { code: "effect-happened", noun: "rule", text: "refused and had effects all the same", flip: "would pass at 0" },
    ),
  ];
  const counted = tried.filter(({ effects }) => effects !== null).length;
  return conclude(problems, { reason: `no effect in ${count(counted, "count")}`, observed: 0, threshold: 0 });
}
