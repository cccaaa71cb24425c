import type { Check, CheckInput, Finding } from "@holdpoint/core";
import { conclude } from "../../../conclude.ts";
import { codesAtPromotion, registeredErrors } from "../../../evidence/error-taxonomies.ts";
import { offence } from "../../../evidence/offence.ts";
import { withoutFacts } from "../../../inherit.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const now = registeredErrors(input);
  const then = codesAtPromotion(input);
  if (then === null) return withoutFacts(input, "error-taxonomy", definition.id, "the codes and their statuses");
  const changed = [...then].filter(([code, status]) => now.has(code) && now.get(code)?.status !== status);
  const problems = [
    ...offence(
      [...then.keys()].filter((code) => !now.has(code)),
      { code: "code-gone", noun: "code", text: "not registered any more", flip: "would pass with each registered" },
    ),
    ...offence(
      changed.map(([code, status]) => `${code} (${now.get(code)?.status}, was ${status})`),
      { code: "status-changed", noun: "code", text: "with another status", flip: "would pass with the earlier status" },
    ),
  ];
  const added = [...now.keys()].filter((code) => !then.has(code)).length;
  const reason = `${count(then.size, "code")} kept, ${added} new`;
  return conclude(problems, { reason, observed: then.size, threshold: then.size });
}
