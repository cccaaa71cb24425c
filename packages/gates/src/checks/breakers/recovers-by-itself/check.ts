import type { BreakerRecovery, BreakersBody, Check, CheckInput, Finding } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { TriedRule } from "../../../evidence/tried.ts";
import { concludeTried } from "../../../evidence/tried.ts";
import { countParam } from "../../../params.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const slackMs = countParam(input.params, "slackMs");
  const recoveries = bodiesOf<BreakersBody>(input, KIND.breakers).flatMap((body) => body.recoveries);
  const times = recoveries.map((one) => `${recoveryMs(one) ?? "no"} ms`).join(", ");
  const passed = `without help, ${times} after the fault`;
  const name = (one: BreakerRecovery): string => `${recoveryMs(one) ?? "no"} ms, ${one.stateAfter}`;
  return concludeTried(recoveries, { noun: "recovery by itself", passed, name, rules: rulesOf(slackMs) });
}

/** From the end of the fault; null when there was no success. */
function recoveryMs({ firstSuccessAtMs, faultEndedAtMs }: BreakerRecovery): number | null {
  return firstSuccessAtMs === null ? null : firstSuccessAtMs - faultEndedAtMs;
}

function rulesOf(slackMs: number): readonly TriedRule<BreakerRecovery>[] {
  return [
    {
      code: "never-recovered",
      text: "that never came",
      flip: "would pass with a success",
      offends: (one) => recoveryMs(one) === null,
    },
    {
      code: "helped-along",
      text: "helped along by a reset",
      flip: "would pass with 0 resets",
      offends: ({ manualResets }) => manualResets > 0,
    },
    {
      code: "too-late",
      text: `not within the open time and ${slackMs} ms`,
      flip: `would pass within the open time and ${slackMs} ms`,
      offends: (one) => {
        const ms = recoveryMs(one);
        return ms !== null && (ms < 0 || ms > one.openMs + slackMs);
      },
    },
    {
      code: "not-closed",
      text: "that did not close the breaker",
      flip: "would pass if it were closed",
      offends: (one) => recoveryMs(one) !== null && one.stateAfter !== "closed",
    },
  ];
}
