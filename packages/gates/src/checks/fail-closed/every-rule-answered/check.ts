import type { Check, CheckInput, Finding } from "@holdpoint/core";
import { conclude } from "../../../conclude.ts";
import { triedRules } from "../../../evidence/fail-closed-rules.ts";
import { offence } from "../../../evidence/offence.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const tried = triedRules(input);
  const silent = tried.filter(({ got }) => got === null).map(({ id, attempted }) => `${id} (${attempted})`);
  const problems = offence(silent, {
    code: "no-answer",
    noun: "rule",
    text: "tried and never answered",
    flip: "would pass with an answer to each",
  });
  const reason = `an answer to each of ${count(tried.length, "rule")}`;
  return conclude(problems, { reason, observed: 0, threshold: 0 });
}
