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
  const recorded = logs.reduce((sum, log) => sum + log.recorded, 0);
  return conclude(logs.flatMap(problemsOf), {
    reason: `all ${recorded} pieces of this run have a record`,
    observed: recorded,
    threshold: recorded,
  });
}

function problemsOf({ recorded, unrecorded }: LedgerBody): Problem[] {
  const all = recorded + unrecorded.length;
  if (unrecorded.length > 0) {
    return [
      {
        outcome: "fail",
        code: "unrecorded",
        text: `${count(unrecorded.length, "piece")} of ${all} without a record: ${listed(unrecorded)}`,
        observed: recorded,
        threshold: all,
        flip: `would pass with ${all} records`,
      },
    ];
  }
  if (recorded > 0) return [];
  return [
    {
      outcome: "missing",
      code: "nothing-recorded",
      text: "the log holds nothing of this run",
      observed: 0,
      threshold: "at least 1 record",
      flip: "would be judged with 1 record of this run",
    },
  ];
}
