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
    code: "refused",
    text: "refused that must be granted",
    flip: "would pass with a 2xx status",
    offends: (call) => call.status < 200 || call.status > 299,
  },
];

function judge(input: CheckInput): Finding {
  const tried = bodiesOf<GatewayLiveBody>(input, KIND.gatewayLive).flatMap((body) =>
    body.calls.filter((call) => call.expected === "success"),
  );
  return concludeTried(tried, { noun: "call", passed: "granted", name: nameOf, rules: RULES });
}
