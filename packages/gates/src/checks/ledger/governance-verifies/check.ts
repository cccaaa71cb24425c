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
  const files = logs.reduce((sum, log) => sum + log.governance.files, 0);
  const problems = logs.flatMap(problemsOf);
  if (files === 0 && problems.length === 0) {
    return {
      outcome: "not-applicable",
      code: "no-records",
      reason: "there is no governance record",
      observed: 0,
      threshold: "at least 1 record",
      flip: "would be judged with 1 governance record",
    };
  }
  return conclude(problems, {
    reason: `${count(files, "governance record")} verify`,
    observed: files,
    threshold: files,
  });
}

function problemsOf({ governance: { files, problems } }: LedgerBody): Problem[] {
  if (problems.length === 0) return [];
  const all = problems.map(({ file, code, text }) => `${file}: ${code}, ${text}`);
  return [
    {
      outcome: "fail",
      code: "record-rejected",
      text: `${problems.length} of ${count(files, "governance record")} rejected: ${listed(all)}`,
      observed: problems.length,
      threshold: 0,
      flip: "would pass with 0 rejected records",
      locations: problems.map(({ file, code, text }) => ({ file, text: `${code}: ${text}` })),
    },
  ];
}
