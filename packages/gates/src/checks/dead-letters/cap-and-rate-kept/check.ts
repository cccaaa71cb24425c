import type { CapSeen, Check, CheckInput, DeadLettersBody, Finding } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { TriedRule } from "../../../evidence/tried.ts";
import { concludeTried } from "../../../evidence/tried.ts";
import { percentParam } from "../../../params.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

const MS_PER_SECOND = 1000;
/** With fewer there is no rate. */
const STARTED_MIN = 2;

function judge(input: CheckInput): Finding {
  const tolerancePercent = percentParam(input.params, "tolerancePercent");
  const caps = bodiesOf<DeadLettersBody>(input, KIND.deadLetters).flatMap((body) => body.caps);
  const name = ({ started, max, planned, spanMs, ratePerSecond }: CapSeen): string =>
    `${started} of ${planned} started, cap ${max}, in ${spanMs} ms at ${ratePerSecond} a second`;
  return concludeTried(caps, { noun: "run", passed: "kept to cap and rate", name, rules: rulesOf(tolerancePercent) });
}

function rulesOf(tolerancePercent: number): readonly TriedRule<CapSeen>[] {
  return [
    {
      code: "proves-nothing",
      text: "that proves nothing",
      flip: `would be judged with a cap of at least ${STARTED_MIN} that is below the plan`,
      offends: ({ planned, max }) => max >= planned || max < STARTED_MIN,
      outcome: "missing",
    },
    {
      code: "over-cap",
      text: "over the cap",
      flip: "would pass at the cap",
      offends: ({ started, max }) => started > max,
    },
    {
      code: "under-cap",
      text: "under the cap",
      flip: "would pass at the cap",
      offends: ({ started, max }) => started < max,
    },
    {
      code: "too-fast",
      text: "faster than its rate",
      flip: `would pass at its rate, ${tolerancePercent} % aside`,
      offends: (one) => one.started > 1 && one.spanMs < shortestMs(one) * (1 - tolerancePercent / 100),
    },
  ];
}

/** The first starts at once, each other one interval later. */
function shortestMs({ started, ratePerSecond }: CapSeen): number {
  return ((started - 1) * MS_PER_SECOND) / Math.max(1, ratePerSecond);
}
