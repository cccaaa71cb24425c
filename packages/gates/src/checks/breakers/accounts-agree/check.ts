import type { Check, CheckInput, Finding, BreakersBody, BreakerAccount } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { TriedRule } from "../../../evidence/tried.ts";
import { concludeTried } from "../../../evidence/tried.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

const RULES: readonly TriedRule<BreakerAccount>[] = [
  { code: "not-told", text: "not told", flip: "would pass if it were told", offends: ({ told }) => told === null },
  {
    code: "differs",
    text: "told otherwise",
    flip: "would pass if both were the same",
    offends: ({ seen, told }) => told !== null && told !== seen,
  },
];

function judge(input: CheckInput): Finding {
  const tried = bodiesOf<BreakersBody>(input, KIND.breakers).flatMap((body) => body.accounts);
  return concludeTried(tried, {
    noun: "figure",
    passed: "told as seen",
    name: ({ figure, seen, told }) => `${figure}: ${told ?? "nothing"} instead of ${seen}`,
    rules: RULES,
  });
}
