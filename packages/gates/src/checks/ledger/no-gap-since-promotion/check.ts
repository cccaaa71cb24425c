import type { Check, CheckInput, Finding, LedgerBody } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { ledgers } from "../../../evidence/ledgers.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const logs = ledgers(input);
  const since = logs.reduce((sum, log) => sum + log.size - (log.lastPromotion?.size ?? 0), 0);
  return conclude(
    logs.flatMap((log) => problemsOf(log, input.baseline?.verdict ?? "the last promotion")),
    {
      reason: `${since} records since the last promotion, without a gap`,
      observed: since,
      threshold: since,
    },
  );
}

function problemsOf({ origin, size, lastPromotion, governance }: LedgerBody, verdict: string): Problem[] {
  if (lastPromotion === null) {
    // A fresh log knows the promotion by the signed record that came with the code.
    if (governance.promotions.includes(verdict)) return [];
    return [
      {
        outcome: "fail",
        code: "promotion-not-in-log",
        text: `${origin} has no record of the promotion ${verdict}`,
        observed: "no promotion",
        threshold: "the last promotion",
        flip: "would pass with its record, or its governance record imported",
      },
    ];
  }
  const { index, size: sizeThen, contiguous } = lastPromotion;
  if (index >= size || sizeThen > size) {
    return [
      {
        outcome: "fail",
        code: "beyond-the-end",
        text: `${origin} has ${size} records, but the last promotion left it with ${sizeThen}`,
        observed: size,
        threshold: sizeThen,
        flip: `would pass with all ${sizeThen} records and what came after`,
      },
    ];
  }
  if (contiguous) return [];
  return [
    {
      outcome: "fail",
      code: "gap",
      text: `${origin}: records are missing between the last promotion (record ${index}) and the end (${size})`,
      observed: "a gap",
      threshold: "contiguous records",
      flip: `would pass with every record from ${index} to ${size - 1}`,
    },
  ];
}
