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
    code: "granted",
    text: "granted instead",
    flip: "would pass with a 4xx or 5xx status",
    offends: (call) => call.status < 400 || call.status > 599,
  },
  {
    code: "no-problem",
    text: "without a problem document",
    flip: "would pass as application/problem+json",
    offends: (call) => !call.contentType.startsWith("application/problem+json"),
  },
  { code: "no-code", text: "without a code", flip: "would pass with a code", offends: (call) => call.code === null },
];

function judge(input: CheckInput): Finding {
  const tried = bodiesOf<GatewayLiveBody>(input, KIND.gatewayLive).flatMap((body) =>
    body.calls.filter((call) => call.expected === "refusal"),
  );
  return concludeTried(tried, { noun: "refusal", passed: "told as problems", name: nameOf, rules: RULES });
}
