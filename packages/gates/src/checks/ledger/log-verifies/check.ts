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
  const records = logs.reduce((sum, log) => sum + log.size, 0);
  return conclude(logs.flatMap(problemsOf), {
    reason: `${count(records, "record")} verify`,
    observed: 0,
    threshold: 0,
  });
}

function problemsOf({ origin, problems }: LedgerBody): Problem[] {
  if (problems.length === 0) return [];
  const all = problems.map(({ code, where }) => `${code} at ${where}`);
  return [
    {
      outcome: "fail",
      code: "log-broken",
      text: `${origin}: ${count(problems.length, "problem")}: ${listed(all)}`,
      observed: problems.length,
      threshold: 0,
      flip: "would pass with 0 problems",
      locations: problems.map(({ code, where }) => ({ file: where, text: code })),
    },
  ];
}
