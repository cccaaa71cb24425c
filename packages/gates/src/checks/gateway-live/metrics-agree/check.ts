import type { Check, CheckInput, Finding, GatewayLiveBody, GatewayCounter } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { TriedRule } from "../../../evidence/tried.ts";
import { concludeTried } from "../../../evidence/tried.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

const RULES: readonly TriedRule<GatewayCounter>[] = [
  { code: "not-told", text: "not told", flip: "would pass if it were told", offends: ({ told }) => told === null },
  {
    code: "differs",
    text: "told otherwise",
    flip: "would pass if both were the same",
    offends: ({ told, counted }) => told !== null && told !== counted,
  },
];

function judge(input: CheckInput): Finding {
  const tried = bodiesOf<GatewayLiveBody>(input, KIND.gatewayLive).flatMap((body) => body.counters);
  return concludeTried(tried, {
    noun: "metric",
    passed: "told as counted",
    name: ({ name, counted, told }) => `${name}: ${told ?? "nothing"} instead of ${counted}`,
    rules: RULES,
  });
}
