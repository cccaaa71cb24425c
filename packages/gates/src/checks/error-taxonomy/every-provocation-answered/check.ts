import type { Check, CheckInput, Finding } from "@holdpoint/core";
import { conclude } from "../../../conclude.ts";
import { provocations } from "../../../evidence/error-taxonomies.ts";
import { offence } from "../../../evidence/offence.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const provoked = provocations(input);
  const silent = provoked.filter(({ answered }) => !answered).map(({ id, done }) => `${id} (${done})`);
  const problems = offence(silent, {
    code: "no-answer",
    noun: "error",
    text: "never came back",
    flip: "would pass with an answer to each",
  });
  const reason = `an answer to each of ${count(provoked.length, "error")}`;
  return conclude(problems, { reason, observed: 0, threshold: 0 });
}
