import assert from "node:assert/strict";
import { test } from "node:test";
import type { GatewayLiveBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { gatewayEnd, gatewayLive } from "../../../scenes/gateway-live.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("gateway-live", check);

const judged = (changes: Partial<GatewayLiveBody>): ReturnType<typeof judgeScene> =>
  judgeScene(check, { bodies: { [KIND.gatewayLive]: [gatewayLive(changes)] } });

const proofs = (changes: object): ReturnType<typeof judged> => {
  const sound = gatewayEnd();
  return judged({ ends: [sound, { ...sound, action: "act_9", proof: { ...sound.proof, ...changes } }] });
};

test("the last place of a tree is in it, the next is not", () => {
  assert.equal(proofs({ leafIndex: 8, treeSize: 9 }).outcome, "pass");
  assert.equal(proofs({ leafIndex: 0, treeSize: 1 }).outcome, "pass");
  const { code, reason, flip } = proofs({ leafIndex: 9, treeSize: 9 });
  assert.equal(code, "outside-the-tree");
  assert.equal(reason, "1 receipt outside the checkpoint's tree: act_9");
  assert.equal(flip, "would pass with a checkpoint of a larger tree");
  assert.equal(proofs({ leafIndex: 0, treeSize: 0 }).code, "outside-the-tree");
});

test("no root on either side is no proof", () => {
  const { code, observed } = proofs({ checkpointRoot: "", computedRoot: "" });
  assert.deepEqual([code, observed], ["root-differs", 1]);
  assert.equal(proofs({ computedRoot: "" }).code, "root-differs");
});

test("a right root without a signature is somebody's word, and a receipt may be wrong in everything", () => {
  assert.equal(proofs({ signed: false }).code, "not-signed");
  const nothing = { leafIndex: 0, treeSize: 0, checkpointRoot: "", computedRoot: "", signed: false };
  assert.deepEqual(proofs(nothing).reason.split("; "), [
    "1 receipt that the checkpoint's root does not hold: act_9",
    "1 receipt under a checkpoint that is not signed: act_9",
    "1 receipt outside the checkpoint's tree: act_9",
  ]);
});
