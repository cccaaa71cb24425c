import type { AbortSeen, Check, CheckInput, DeadLettersBody, Finding } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { TriedRule } from "../../../evidence/tried.ts";
import { concludeTried } from "../../../evidence/tried.ts";
import { countParam } from "../../../params.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const inFlightMax = countParam(input.params, "inFlightMax");
  const aborts = bodiesOf<DeadLettersBody>(input, KIND.deadLetters).flatMap((body) => body.aborts);
  const name = ({ startedAtAbort, startedLater, planned, state }: AbortSeen): string =>
    `${startedAtAbort}, then ${startedLater} of ${planned}, ${state}`;
  return concludeTried(aborts, { noun: "abort", passed: "stopped its run", name, rules: rulesOf(inFlightMax) });
}

function rulesOf(inFlightMax: number): readonly TriedRule<AbortSeen>[] {
  return [
    {
      code: "nothing-left",
      text: "when nothing was left to stop",
      flip: "would be judged with something left to start",
      offends: ({ startedAtAbort, planned }) => startedAtAbort + inFlightMax >= planned,
      outcome: "missing",
    },
    {
      code: "went-on",
      text: "after which the run went on",
      flip: `would pass with at most ${inFlightMax} more`,
      offends: ({ startedAtAbort, startedLater }) => startedLater > startedAtAbort + inFlightMax,
    },
    {
      code: "not-aborted",
      text: "that the run does not tell",
      flip: "would pass with the state aborted",
      offends: ({ state }) => state !== "aborted",
    },
  ];
}
