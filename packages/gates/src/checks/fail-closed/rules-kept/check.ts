import type { Check, CheckInput, Finding } from "@holdpoint/core";
import { conclude } from "../../../conclude.ts";
import { rulesAtPromotion, triedRules } from "../../../evidence/fail-closed-rules.ts";
import { offence } from "../../../evidence/offence.ts";
import { withoutFacts } from "../../../inherit.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const now = new Set(triedRules(input).map(({ id }) => id));
  const then = rulesAtPromotion(input);
  if (then === null) return withoutFacts(input, "fail-closed", definition.id, "the rules that were tried");
  const dropped = then.filter((id) => !now.has(id));
  const problems = offence(dropped, {
    code: "rule-dropped",
    noun: "rule",
    text: "not tried any more",
    flip: "would pass with each tried again",
  });
  const reason = `${count(then.length, "rule")} kept, ${[...now].filter((id) => !then.includes(id)).length} new`;
  return conclude(problems, { reason, observed: then.length - dropped.length, threshold: then.length });
}
