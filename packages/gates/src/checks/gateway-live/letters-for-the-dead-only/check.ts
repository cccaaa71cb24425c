import type { Check, CheckInput, Finding, GatewayLiveBody, GatewayEnd } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { TriedRule } from "../../../evidence/tried.ts";
import { concludeTried } from "../../../evidence/tried.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

const RULES: readonly TriedRule<GatewayEnd>[] = [
  {
    code: "no-letter",
    text: "DEAD without a letter",
    flip: "would pass with 1 letter",
    offends: (end) => end.recorded === "DEAD" && end.deadLetters < 1,
  },
  {
    code: "letter-too-many",
    text: "with a letter too many",
    flip: "would pass without it",
    offends: (end) => end.deadLetters > (end.recorded === "DEAD" ? 1 : 0),
  },
];

function judge(input: CheckInput): Finding {
  const tried = bodiesOf<GatewayLiveBody>(input, KIND.gatewayLive).flatMap((body) => body.ends);
  return concludeTried(tried, {
    noun: "end",
    passed: "with a dead letter exactly where it died",
    name: (end) => `${end.action} (${end.recorded})`,
    rules: RULES,
  });
}
