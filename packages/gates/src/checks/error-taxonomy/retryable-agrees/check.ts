import type { Check, CheckInput, Finding } from "@holdpoint/core";
import { conclude } from "../../../conclude.ts";
import { provocations, registeredErrors } from "../../../evidence/error-taxonomies.ts";
import { offence } from "../../../evidence/offence.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const registry = registeredErrors(input);
  const errors = provocations(input).filter(({ code }) => code !== null && registry.has(code));
  const unsaid = errors.filter(({ retryable }) => retryable === null);
  const other = errors.filter(
    ({ code, retryable }) => retryable !== null && retryable !== registry.get(code ?? "")?.retryable,
  );
  const flip = "would pass with the registered flag on each";
  const problems = [
    ...offence(
      unsaid.map(({ id }) => id),
      { code: "retryable-unsaid", noun: "error", text: "did not say whether trying again helps", flip },
    ),
    ...offence(
      other.map(({ id, code, retryable }) => `${id} (${code}: ${retryable})`),
      { code: "retryable-differs", noun: "error", text: "said another thing than the registry", flip },
    ),
  ];
  const reason = `${count(errors.length, "error")} as retryable as registered`;
  return conclude(problems, { reason, observed: errors.length, threshold: errors.length });
}
