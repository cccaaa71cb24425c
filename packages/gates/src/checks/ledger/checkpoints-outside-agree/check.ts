import type { Check, CheckInput, Finding, LedgerBody } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { ledgers } from "../../../evidence/ledgers.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const logs = ledgers(input);
  const outside = logs.reduce((sum, log) => sum + log.checkpoints.outside, 0);
  return conclude(logs.flatMap(problemsOf), {
    reason: `${count(outside, "checkpoint")} outside the store agree with it`,
    observed: outside,
    threshold: outside,
  });
}

function problemsOf({ origin, checkpoints: { outside, disagreeing } }: LedgerBody): Problem[] {
  if (disagreeing.length > 0) {
    return [
      {
        outcome: "fail",
        code: "disagrees",
        text:
          `${disagreeing.length} of ${count(outside, "checkpoint")} outside the store disagree with ${origin}: ` +
          listed(disagreeing),
        observed: outside - disagreeing.length,
        threshold: outside,
        flip: `would pass if all ${outside} agreed`,
        locations: disagreeing.map((file) => ({ file, text: `not of the history of ${origin}` })),
      },
    ];
  }
  if (outside > 0) return [];
  return [
    {
      outcome: "fail",
      code: "none-outside",
      text: `no checkpoint of ${origin} lies outside the store`,
      observed: 0,
      threshold: "at least 1 checkpoint",
      flip: "would pass with 1 checkpoint outside the store",
    },
  ];
}
