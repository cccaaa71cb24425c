import type { Check, CheckInput, Finding, DeadLettersBody, FilterSeen } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { TriedRule } from "../../../evidence/tried.ts";
import { concludeTried } from "../../../evidence/tried.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

const RULES: readonly TriedRule<FilterSeen>[] = [
  {
    code: "accepted",
    text: "accepted",
    flip: "would pass with 422",
    offends: ({ status }) => status < 400 || status > 499,
  },
  {
    code: "other-reason",
    text: "refused for another reason",
    flip: "would pass with `HP-GATEWAY-REPLAY-FILTER` or `HP-GATEWAY-BODY`",
    offends: ({ code }) => code !== "HP-GATEWAY-REPLAY-FILTER" && code !== "HP-GATEWAY-BODY",
  },
];

function judge(input: CheckInput): Finding {
  const tried = bodiesOf<DeadLettersBody>(input, KIND.deadLetters).flatMap((body) => body.refusedFilters);
  return concludeTried(tried, {
    noun: "empty filter",
    passed: "refused",
    name: ({ filter, status }) => `${filter}: ${status}`,
    rules: RULES,
  });
}
