import type { Check, CheckInput, Finding } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { allExceptions } from "../../../evidence/coverage-exceptions.ts";
import { readExceptionFacts } from "../../../evidence/exception-facts.ts";
import { withoutFacts } from "../../../inherit.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const now = allExceptions(input);
  const then = readExceptionFacts(input);
  if (then === null) return withoutFacts(input, "exceptions", definition.id, "exceptions");
  const has = (id: string): boolean => now.some((one) => one.id === id);
  const lost = [...then.open, ...then.resolved].filter((id) => !has(id));
  const reopened = now
    .filter(({ id, resolved }) => resolved === null && then.resolved.includes(id))
    .map(({ id }) => id);
  const problems = [
    ...problemOf(lost, "exception-lost", "of the last promotion gone"),
    ...problemOf(reopened, "resolution-lost", "open again that was resolved at the last promotion"),
  ];
  return conclude(problems, {
    reason: `${count(then.open.length + then.resolved.length, "exception")} of the last promotion still there`,
    observed: 0,
    threshold: 0,
  });
}

function problemOf(ids: readonly string[], code: string, what: string): Problem[] {
  if (ids.length === 0) return [];
  return [
    {
      outcome: "fail",
      code,
      text: `${count(ids.length, "exception")} ${what}: ${listed(ids)}`,
      observed: ids.length,
      threshold: 0,
      flip: `would pass with 0 exceptions ${what}`,
    },
  ];
}
