import type { Check, CheckInput, Finding } from "@holdpoint/core";
import { conclude } from "../../../conclude.ts";
import { triedRules } from "../../../evidence/fail-closed-rules.ts";
import { offence } from "../../../evidence/offence.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const due = triedRules(input).flatMap(({ id, receipt }) => (receipt === null ? [] : [{ id, ...receipt }]));
  const problems = [
    ...offence(due.length === 0 ? ["every rule"] : [], {
      code: "none-due",
      noun: "gap",
      text: "no receipt was asked for",
      flip: "would be judged with a receipt asked for",
      outcome: "missing",
    }),
    ...offence(
      due.filter(({ present }) => !present).map(({ id }) => id),
      { code: "receipt-absent", noun: "rule", text: "left no receipt", flip: "would pass with a receipt of each" },
    ),
    ...offence(
      due.filter(({ present, verified }) => present && !verified).map(({ id }) => id),
      {
        code: "receipt-unverified",
        noun: "rule",
        text: "left a receipt that does not verify",
        flip: "would pass with each verified",
      },
    ),
  ];
  const reason = `${count(due.length, "receipt", "receipts")} verified`;
  return conclude(problems, { reason, observed: due.length, threshold: due.length });
}
