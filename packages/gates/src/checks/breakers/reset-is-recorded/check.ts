import type { Check, CheckInput, Finding, BreakersBody, BreakerReset } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { TriedRule } from "../../../evidence/tried.ts";
import { concludeTried } from "../../../evidence/tried.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

const RULES: readonly TriedRule<BreakerReset>[] = [
  {
    code: "nothing-to-reset",
    text: "of a breaker that was not open",
    flip: "would be judged with an open breaker",
    offends: ({ stateBefore }) => stateBefore !== "open",
    outcome: "missing",
  },
  {
    code: "not-reset",
    text: "without effect",
    flip: "would pass if the breaker were closed",
    offends: ({ stateAfter }) => stateAfter !== "closed",
  },
  {
    code: "not-recorded",
    text: "without a record of the actor",
    flip: "would pass with the actor's name in a record",
    offends: ({ by, recordedActor }) => recordedActor !== by,
  },
  {
    code: "open-to-all",
    text: "open to somebody who must not",
    flip: "would pass with 403",
    offends: ({ forbiddenStatus }) => forbiddenStatus !== 403,
  },
];

function judge(input: CheckInput): Finding {
  const tried = bodiesOf<BreakersBody>(input, KIND.breakers).flatMap((body) => body.resets);
  return concludeTried(tried, {
    noun: "reset",
    passed: "recorded with its actor",
    name: ({ by, stateAfter, recordedActor }) => `by ${by}: ${stateAfter}, recorded for ${recordedActor ?? "nobody"}`,
    rules: RULES,
  });
}
