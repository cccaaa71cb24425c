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
    code: "no-receipt",
    text: "without a terminal receipt",
    flip: "would pass with 1 terminal receipt",
    offends: (end) => end.terminalReceipts < 1,
  },
  {
    code: "several-receipts",
    text: "with more than one terminal receipt",
    flip: "would pass with 1 terminal receipt",
    offends: (end) => end.terminalReceipts > 1,
  },
  {
    code: "unknown-unrecorded",
    text: "whose unknown outcome has no provisional receipt",
    flip: "would pass with a provisional receipt",
    offends: (end) => end.wanted.startsWith("UNKNOWN>") && end.provisionalReceipts === 0,
  },
];

function judge(input: CheckInput): Finding {
  const tried = bodiesOf<GatewayLiveBody>(input, KIND.gatewayLive).flatMap((body) => body.ends);
  return concludeTried(tried, { noun: "end", passed: "with its one receipt", name: (end) => end.action, rules: RULES });
}
