import type { Check, CheckInput, Finding } from "@holdpoint/core";
import { conclude } from "../../../conclude.ts";
import { triedRules } from "../../../evidence/fail-closed-rules.ts";
import { offence } from "../../../evidence/offence.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const due = triedRules(input).flatMap(({ id, denial }) => (denial === null ? [] : [{ id, ...denial }]));
  const problems = [
    ...offence(due.length === 0 ? ["every rule"] : [], {
      code: "none-due",
      noun: "gap",
      text: "no DENY was asked for",
      flip: "would be judged with a DENY asked for",
      outcome: "missing",
    }),
    ...offence(
      due.filter(({ present }) => !present).map(({ id }) => id),
      { code: "denial-absent", noun: "rule", text: "left no DENY", flip: "would pass with a DENY of each" },
    ),
    ...offence(
      due.filter(({ present, verified }) => present && !verified).map(({ id }) => id),
      {
        code: "denial-unverified",
        noun: "rule",
        text: "left a DENY that does not verify",
        flip: "would pass with each verified",
      },
    ),
  ];
  const reason = `${count(due.length, "DENY", "DENYs")} verified`;
  return conclude(problems, { reason, observed: due.length, threshold: due.length });
}
