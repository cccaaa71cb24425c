import type { Check, CheckInput, Finding } from "@holdpoint/core";
import { conclude } from "../../../conclude.ts";
import { httpAnswers, registeredErrors } from "../../../evidence/error-taxonomies.ts";
import { offence } from "../../../evidence/offence.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const errors = httpAnswers(input).filter(({ code }) => code !== null);
  const registry = registeredErrors(input);
  const wanted = (code: string | null): number | undefined => registry.get(code ?? "")?.status;
  const flip = "would pass with the registered status on each";
  const problems = [
    ...offence(
      errors
        .filter(({ code, status }) => wanted(code) !== undefined && wanted(code) !== status)
        .map(({ id, code, status }) => `${id}: ${status ?? "none"}, not ${wanted(code)}`),
      { code: "status-other-than-registered", noun: "answer", text: "had another status", flip },
    ),
    ...offence(
      errors
        .filter(({ problem, status }) => problem !== null && problem.status !== status)
        .map(({ id, problem, status }) => `${id}: ${problem?.status ?? "none"} in ${status ?? "none"}`),
      { code: "status-other-than-body", noun: "document", text: "named another status than its answer", flip },
    ),
  ];
  const reason = `${count(errors.length, "answer")} with the registered status`;
  return conclude(problems, { reason, observed: errors.length, threshold: errors.length });
}
