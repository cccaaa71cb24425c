import type { Check, CheckInput, Finding, BreakersBody, BreakerStuckProbe } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { TriedRule } from "../../../evidence/tried.ts";
import { concludeTried } from "../../../evidence/tried.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

const RULES: readonly TriedRule<BreakerStuckProbe>[] = [
  {
    code: "probe-held",
    text: "still out after its time",
    flip: "would pass if the breaker were open again",
    offends: ({ stateAfterTimeout }) => stateAfterTimeout !== "open",
  },
  {
    code: "not-recovered",
    text: "without recovery afterwards",
    flip: "would pass with a success afterwards",
    offends: ({ recoveredLater }) => !recoveredLater,
  },
];

function judge(input: CheckInput): Finding {
  const tried = bodiesOf<BreakersBody>(input, KIND.breakers).flatMap((body) => body.stuckProbes);
  return concludeTried(tried, {
    noun: "stuck probe",
    passed: "ended by its time limit",
    name: ({ probeTimeoutMs, stateAfterTimeout }) => `${stateAfterTimeout} after ${probeTimeoutMs} ms`,
    rules: RULES,
  });
}
