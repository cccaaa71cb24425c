import type { Check, CheckInput, Finding, CoverageException } from "@holdpoint/core";
import { parseInstant } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { exceptionProblem, openExceptions, openText } from "../../../evidence/coverage-exceptions.ts";
import { countParam } from "../../../params.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

const DAY_MS = 86_400_000;

function judge(input: CheckInput): Finding {
  const open = openExceptions(input);
  const graceDays = countParam(input.params, "graceDays");
  return conclude(
    open.flatMap((exception) => problemsOf(exception, input.nowMs, graceDays)),
    { reason: `${openText(open)}, no review due`, observed: open.length, threshold: open.length },
  );
}

function problemsOf(exception: CoverageException, nowMs: number, graceDays: number): Problem[] {
  const { nextReviewAt } = exception;
  const dueMs = parseInstant(nextReviewAt);
  if (nowMs < dueMs) return [];
  const isOverdue = !(nowMs <= dueMs + graceDays * DAY_MS);
  const now = new Date(nowMs).toISOString();
  return [
    exceptionProblem(exception, {
      outcome: isOverdue ? "fail" : "warn",
      code: isOverdue ? "review-overdue" : "review-due",
      what: `was to be reviewed at ${nextReviewAt}`,
      observed: nextReviewAt,
      threshold: now,
      flip: `would pass with a next review after ${now}`,
    }),
  ];
}
