import type { Check, CheckInput, Finding } from "@holdpoint/core";
import { conclude } from "../../../conclude.ts";
import { httpAnswers, registeredErrors } from "../../../evidence/error-taxonomies.ts";
import { offence } from "../../../evidence/offence.ts";
import { countsParam } from "../../../params.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

const SECONDS_MAX = 86_400;

function judge(input: CheckInput): Finding {
  const statuses = countsParam(input.params, "statuses");
  const registry = registeredErrors(input);
  const waiting = httpAnswers(input).filter(
    ({ code, status }) => statuses.includes(status ?? 0) && registry.get(code ?? "")?.retryable === true,
  );
  const flip = `would pass with 1 to ${SECONDS_MAX} seconds in each`;
  const problems = [
    ...offence(
      waiting.filter(({ retryAfter }) => retryAfter === null).map(({ id }) => id),
      { code: "retry-after-absent", noun: "answer", text: "did not say when to come back", flip },
    ),
    ...offence(
      waiting
        .filter(({ retryAfter }) => retryAfter !== null && !isSeconds(retryAfter))
        .map(({ id, retryAfter }) => `${id} (${retryAfter})`),
      { code: "retry-after-malformed", noun: "answer", text: "did not say it in seconds", flip },
    ),
  ];
  const reason = `${count(waiting.length, "answer")} said when to come back`;
  return conclude(problems, { reason, observed: waiting.length, threshold: waiting.length });
}

function isSeconds(text: string): boolean {
  return /^[0-9]{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= SECONDS_MAX;
}
