import type { Check, CheckInput, Finding, GatewayLiveBody, GatewayKey } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { TriedRule } from "../../../evidence/tried.ts";
import { concludeTried } from "../../../evidence/tried.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

const RULES: readonly TriedRule<GatewayKey>[] = [
  {
    code: "repeated-too-little",
    text: "sent only once",
    flip: "would be judged with 2 submissions",
    offends: (key) => key.submissions < 2,
    outcome: "missing",
  },
  {
    code: "executed-again",
    text: "with more than one effect",
    flip: "would pass with 1 effect",
    offends: (key) => key.effects > 1,
  },
  {
    code: "not-executed",
    text: "without any effect",
    flip: "would pass with 1 effect",
    offends: (key) => key.effects < 1,
  },
  {
    code: "several-actions",
    text: "with more than one action",
    flip: "would pass with 1 action",
    offends: (key) => key.actions !== 1,
  },
  {
    code: "other-body-accepted",
    text: "with another body, not answered 409",
    flip: "would pass with 409 and a code",
    offends: (key) => key.otherBodyStatus !== 409 || key.otherBodyCode === null,
  },
];

function judge(input: CheckInput): Finding {
  const tried = bodiesOf<GatewayLiveBody>(input, KIND.gatewayLive).flatMap((body) => body.keys);
  return concludeTried(tried, { noun: "repeated key", passed: "executed once", name: (key) => key.key, rules: RULES });
}
