import type { Check, CheckInput, Finding, CoverageException } from "@holdpoint/core";
import { parseInstant } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { exceptionProblem, openExceptions, openText } from "../../../evidence/coverage-exceptions.ts";
import { countParam } from "../../../params.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

const DAY_MS = 86_400_000;

interface Limits {
  readonly nowMs: number;
  readonly warnDays: number;
  readonly maxDays: number;
}

function judge(input: CheckInput): Finding {
  const open = openExceptions(input);
  const limits: Limits = {
    nowMs: input.nowMs,
    warnDays: countParam(input.params, "warnDays"),
    maxDays: countParam(input.params, "maxDays"),
  };
  return conclude(
    open.flatMap((exception) => problemsOf(exception, limits)),
    { reason: `${openText(open)}, none of them ended`, observed: open.length, threshold: open.length },
  );
}

function problemsOf(exception: CoverageException, { nowMs, warnDays, maxDays }: Limits): Problem[] {
  const { createdAt, expiresAt } = exception;
  const [beginMs, endMs] = [parseInstant(createdAt), parseInstant(expiresAt)];
  const told = { observed: expiresAt, threshold: new Date(nowMs).toISOString() };
  if (!(nowMs < endMs))
    return [
      exceptionProblem(exception, {
        ...told,
        outcome: "fail",
        code: "expired",
        what: `ended at ${expiresAt}`,
        flip: `would pass with an end after ${told.threshold}`,
      }),
    ];
  if (!(beginMs <= nowMs))
    return [
      exceptionProblem(exception, {
        outcome: "fail",
        code: "not-begun",
        what: `was decided at ${createdAt}, which is not yet`,
        observed: createdAt,
        threshold: told.threshold,
        flip: `would pass with a decision before ${told.threshold}`,
      }),
    ];
  if (endMs - beginMs > maxDays * DAY_MS)
    return [
      exceptionProblem(exception, {
        outcome: "fail",
        code: "lasts-too-long",
        what: `lasts ${count(Math.ceil((endMs - beginMs) / DAY_MS), "day")}, at most ${maxDays} are allowed`,
        observed: Math.ceil((endMs - beginMs) / DAY_MS),
        threshold: maxDays,
        flip: `would pass at <= ${maxDays} days`,
      }),
    ];
  if (endMs - nowMs > warnDays * DAY_MS) return [];
  return [
    exceptionProblem(exception, {
      ...told,
      outcome: "warn",
      code: "expires-soon",
      what: `ends at ${expiresAt}`,
      flip: `would pass with more than ${warnDays} days left`,
    }),
  ];
}
