import type { Check, CheckInput, Finding, GatewayLiveBody, GatewayStream } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { TriedRule } from "../../../evidence/tried.ts";
import { concludeTried } from "../../../evidence/tried.ts";
import { TERMINAL } from "../../../evidence/gateway-ends.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

const RULES: readonly TriedRule<GatewayStream>[] = [
  {
    code: "not-acknowledged",
    text: "without an acknowledgement",
    flip: "would pass with an acknowledgement",
    offends: ({ acknowledged }) => !acknowledged,
  },
  {
    code: "end-not-told",
    text: "without the end",
    flip: "would pass if the end were told",
    offends: ({ states }) => !TERMINAL.has(states.at(-1) ?? ""),
  },
  {
    code: "nothing-missed",
    text: "cut when nothing was missed",
    flip: "would be judged with 1 message missed",
    offends: ({ missed }) => missed.length === 0,
    outcome: "missing",
  },
  {
    code: "lost-in-the-cut",
    text: "with messages lost in the cut",
    flip: "would pass if each were sent again",
    offends: ({ missed, resent }) => missed.some((id) => !resent.includes(id)),
  },
  {
    code: "sent-twice",
    text: "with messages sent twice",
    flip: "would pass if each were sent once",
    offends: ({ resent }) => new Set(resent).size !== resent.length,
  },
  {
    code: "correlation-lost",
    text: "without the correlation id",
    flip: "would pass with the id that was sent",
    offends: ({ correlated }) => !correlated,
  },
];

function judge(input: CheckInput): Finding {
  const tried = bodiesOf<GatewayLiveBody>(input, KIND.gatewayLive).flatMap((body) => body.streams);
  return concludeTried(tried, {
    noun: "stream",
    passed: "told everything",
    name: ({ states }) => states.join(" → "),
    rules: RULES,
  });
}
