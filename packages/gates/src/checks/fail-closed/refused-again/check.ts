import type { Check, CheckInput, Finding } from "@holdpoint/core";
import { conclude } from "../../../conclude.ts";
import { triedRules } from "../../../evidence/fail-closed-rules.ts";
import { offence } from "../../../evidence/offence.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const repeated = triedRules(input).filter(({ again }) => again !== null);
  const differ = repeated.filter(({ again, expected }) => again !== expected);
  const problems = [
    ...offence(
      differ.map(({ id, again, expected }) => `${id}: ${again}, not ${expected}`),
      {
        code: "second-try-differs",
        noun: "rule",
        text: "not refused as before at the second try",
        flip: "would pass with the same refusal at each try",
      },
    ),
    ...offence(repeated.length === 0 ? ["every rule"] : [], {
      code: "nothing-repeated",
      noun: "gap",
      text: "nothing was tried twice",
      flip: "would pass with attempts made twice",
      outcome: "missing",
    }),
  ];
  const reason = `${count(repeated.length, "rule")} refused at the second try too`;
  return conclude(problems, { reason, observed: repeated.length - differ.length, threshold: repeated.length });
}
