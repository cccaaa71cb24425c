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
  const open = stringsParam(input.params, "letThrough");
  const answered = triedRules(input).filter(({ got }) => got !== null);
  const wrong = answered.filter(({ expected, got }) => got !== expected);
  const told = ({ id, expected, got }: (typeof wrong)[number]): string => `${id}: ${got}, not ${expected}`;
  const flip = "would pass with each refused for its own reason";
  const problems = [
    ...offence(wrong.filter(({ got }) => open.includes(got ?? "")).map(told), {
      code: "let-through",
      noun: "rule",
      text: "let through what it must refuse",
      flip,
    }),
    ...offence(wrong.filter(({ got }) => !open.includes(got ?? "")).map(told), {
      code: "other-reason",
      noun: "rule",
      text: "refused for another reason",
      flip,
    }),
  ];
  const reason = `${count(answered.length, "rule")} refused for the reason stated`;
  return conclude(problems, { reason, observed: answered.length - wrong.length, threshold: answered.length });
}
