import type { Check, CheckInput, Finding } from "@holdpoint/core";
import { conclude } from "../../../conclude.ts";
import { provocations, registeredErrors } from "../../../evidence/error-taxonomies.ts";
import { offence } from "../../../evidence/offence.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const answered = provocations(input).filter((one) => one.answered);
  const registry = registeredErrors(input);
  const without = answered.filter(({ code }) => code === null);
  const strange = answered.filter(({ code }) => code !== null && !registry.has(code));
  const problems = [
    ...offence(
      without.map(({ id, status }) => `${id}${status === null ? "" : ` (${status})`}`),
      { code: "no-code", noun: "answer", text: "had no code", flip: "would pass with a registered code in each" },
    ),
    ...offence(
      strange.map(({ id, code }) => `${code} (${id})`),
      {
        code: "code-unregistered",
        noun: "answer",
        text: "had a code that nobody registered",
        flip: "would pass with a registered code in each",
      },
    ),
  ];
  const codes = new Set(answered.map(({ code }) => code));
  const reason = `${count(codes.size, "registered code")} in ${count(answered.length, "answer")}`;
  return conclude(problems, { reason, observed: codes.size, threshold: codes.size });
}
