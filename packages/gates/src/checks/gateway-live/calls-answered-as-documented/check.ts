import type { Check, CheckInput, Finding, GatewayLiveBody, GatewayCall } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { TriedRule } from "../../../evidence/tried.ts";
import { concludeTried } from "../../../evidence/tried.ts";
import { nameOf } from "../../../evidence/gateway-calls.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

const RULES: readonly TriedRule<GatewayCall>[] = [
  {
    code: "status-undocumented",
    text: "answered with an undocumented status",
    flip: "would pass with a documented status",
    offends: (call) => !call.documented,
  },
];

function judge(input: CheckInput): Finding {
  const tried = bodiesOf<GatewayLiveBody>(input, KIND.gatewayLive).flatMap((body) => body.calls);
  return concludeTried(tried, {
    noun: "call",
    passed: "answered with a documented status",
    name: nameOf,
    rules: RULES,
  });
}
