import type { Check, CheckInput, Finding } from "@holdpoint/core";
import { conclude } from "../../../conclude.ts";
import { triedRules } from "../../../evidence/fail-closed-rules.ts";
import { offence } from "../../../evidence/offence.ts";
import { countParam } from "../../../params.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const rows = countParam(input.params, "rows");
  const tried = new Set(triedRules(input).flatMap((rule) => rule.rows));
  const untried = Array.from({ length: Math.min(rows, ROWS_MAX) }, (_, at) => at + 1).filter((row) => !tried.has(row));
  const problems = offence(
    untried.map((row) => `row ${row}`),
    {
      code: "row-untried",
      noun: "row",
      text: "without a rule that was tried",
      flip: "would pass with a rule for each",
    },
  );
  const reason = `a rule was tried for each of ${count(rows, "row")}`;
  return conclude(problems, { reason, observed: rows - untried.length, threshold: rows });
}

const ROWS_MAX = 1000;
