import type { Check, CheckInput, Finding } from "@holdpoint/core";
import { conclude } from "../../../conclude.ts";
import { provocations } from "../../../evidence/error-taxonomies.ts";
import { offence } from "../../../evidence/offence.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const coded = provocations(input).filter(({ code }) => code !== null);
  const other = coded.filter(({ code, expected }) => code !== expected);
  const problems = offence(
    other.map(({ id, code, expected }) => `${id}: ${code}, not ${expected}`),
    { code: "other-code", noun: "answer", text: "had another code", flip: "would pass with the expected code in each" },
  );
  const reason = `${count(coded.length, "answer")} with the expected code`;
  return conclude(problems, { reason, observed: coded.length - other.length, threshold: coded.length });
}
