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
    code: "root-differs",
    text: "that the checkpoint's root does not hold",
    flip: "would pass if record and proof gave the signed root",
    offends: (end) => end.proof.computedRoot !== end.proof.checkpointRoot || end.proof.checkpointRoot === "",
  },
  {
    code: "not-signed",
    text: "under a checkpoint that is not signed",
    flip: "would pass with a good signature",
    offends: (end) => !end.proof.signed,
  },
  {
    code: "outside-the-tree",
    text: "outside the checkpoint's tree",
    flip: "would pass with a checkpoint of a larger tree",
    offends: (end) => end.proof.leafIndex >= end.proof.treeSize,
  },
];

function judge(input: CheckInput): Finding {
  const tried = bodiesOf<GatewayLiveBody>(input, KIND.gatewayLive).flatMap((body) => body.ends);
  return concludeTried(tried, {
    noun: "receipt",
    passed: "proven to be in the log",
    name: (end) => end.action,
    rules: RULES,
  });
}
