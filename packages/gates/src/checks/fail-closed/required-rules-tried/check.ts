import type { Check, CheckInput, Finding } from "@holdpoint/core";
import { conclude } from "../../../conclude.ts";
import { allRules } from "../../../evidence/fail-closed-rules.ts";
import { offence } from "../../../evidence/offence.ts";
import { stringsParam } from "../../../params.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const required = stringsParam(input.params, "required");
  const rules = new Map(allRules(input).map((rule) => [rule.id, rule]));
  const skipped = required.flatMap((id) => {
    const why = rules.get(id)?.skipped ?? null;
    return why === null ? [] : [`${id} (${why})`];
  });
  const flip = "would pass with each of them tried";
  const problems = [
    ...offence(
      required.filter((id) => !rules.has(id)),
      { code: "rule-absent", noun: "required rule", text: "not known to the drill", flip },
    ),
    ...offence(skipped, { code: "rule-skipped", noun: "required rule", text: "skipped", flip }),
  ];
  const reason = `${count(required.length, "required rule")} tried, ${count(rules.size, "rule")} in all`;
  return conclude(problems, { reason, observed: required.length, threshold: required.length });
}
