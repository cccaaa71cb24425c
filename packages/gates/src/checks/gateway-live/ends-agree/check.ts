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
    code: "answer-differs",
    text: "with another answer than receipt",
    flip: "would pass if both named the same end",
    offends: (end) => end.answered !== end.recorded,
  },
  {
    code: "listing-differs",
    text: "with another listing than receipt",
    flip: "would pass if both named the same end",
    offends: (end) => end.listed !== end.recorded,
  },
];

function judge(input: CheckInput): Finding {
  const tried = bodiesOf<GatewayLiveBody>(input, KIND.gatewayLive).flatMap((body) => body.ends);
  return concludeTried(tried, {
    noun: "end",
    passed: "told alike in every place",
    name: (end) => `${end.action}: ${end.answered}, ${end.listed}, ${end.recorded}`,
    rules: RULES,
  });
}
