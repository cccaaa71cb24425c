import assert from "node:assert/strict";
import type { KeyObject } from "node:crypto";
import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { test } from "node:test";
import type { Json } from "@holdpoint/core";
import { denialTrace, isNoteBy, receiptTrace } from "./signatures.ts";

const TYPE = "application/x";
const own = generateKeyPairSync("ed25519");
const other = generateKeyPairSync("ed25519");
const pemOf = (key: KeyObject): string => key.export({ format: "pem", type: "spki" }).toString();
const keys = [pemOf(own.publicKey)];

function trail(verdict: object, key: KeyObject = own.privateKey): Json {
  const payload = Buffer.from(JSON.stringify(verdict));
  const signed = Buffer.concat([Buffer.from(`DSSEv1 ${TYPE.length} ${TYPE} ${payload.length} `), payload]);
  const signatures = [{ sig: sign(null, signed, key).toString("base64") }];
  const envelope = { payloadType: TYPE, payload: payload.toString("base64"), signatures };
  return { items: [{ kind: "action-verdict", action_id: "act_1", body: { envelope } }] };
}

test("a denial is one that the guardian signed for that action", () => {
  const deny = { action: "act_1", decision: "DENY" };
  const good = { present: true, verified: true };
  const bad = { present: true, verified: false };
  assert.deepEqual(denialTrace(trail(deny), "act_1", keys), good);
  assert.deepEqual(denialTrace(trail(deny, other.privateKey), "act_1", keys), bad);
  assert.deepEqual(denialTrace(trail({ ...deny, decision: "ALLOW" }), "act_1", keys), bad);
  assert.deepEqual(denialTrace(trail({ ...deny, action: "act_2" }), "act_1", keys), bad);
  assert.equal(denialTrace(trail(deny), "act_2", keys).present, false);
  assert.equal(denialTrace(undefined, "act_1", keys).present, false);
});

function receipt(record: string, changes: object = {}, key: KeyObject = own.privateKey): Json {
  const leaf = createHash("sha256").update(Buffer.of(0)).update(record).digest();
  const text = `scene\n1\n${leaf.toString("base64")}\n`;
  const signature = Buffer.concat([Buffer.alloc(4), sign(null, Buffer.from(text), key)]).toString("base64");
  const checkpoint = `${text}\n\u2014 scene ${signature}\n`;
  return { record, leaf_index: 0, inclusion: { tree_size: 1, hashes: [] }, checkpoint, ...changes };
}

test("a receipt is included under a checkpoint that the ledger signed", () => {
  const verified = (view: Json): boolean => receiptTrace(view, "act_1", keys).verified;
  assert.equal(verified(receipt('{"action":"act_1"}')), true);
  assert.equal(verified(receipt('{"action":"act_2"}')), false, "of another action");
  assert.equal(verified(receipt('{"action":"act_1"}', {}, other.privateKey)), false, "signed by another");
  assert.equal(verified(receipt('{"action":"act_1"}', { record: '{"action":"act_1" }' })), false, "changed");
  assert.equal(verified(receipt('{"action":"act_1"}', { inclusion: { tree_size: 2, hashes: [] } })), false);
  assert.equal(receiptTrace({ code: "HP-GATEWAY-NOT-FOUND" }, "act_1", keys).present, false);
});

test("a text without signatures is no note", () => {
  assert.equal(isNoteBy("", keys), false);
  assert.equal(isNoteBy("a\n1\nroot\n", keys), false);
  assert.equal(isNoteBy("a\n1\nroot\n\n\u2014 scene AAAA\n", keys), false);
});

test("what was signed and is no JSON, and a signature line without a signature, show nothing", () => {
  const payload = Buffer.from("not JSON");
  const signed = Buffer.concat([Buffer.from(`DSSEv1 ${TYPE.length} ${TYPE} ${payload.length} `), payload]);
  const signatures = [{ sig: sign(null, signed, own.privateKey).toString("base64") }];
  const envelope = { payloadType: TYPE, payload: payload.toString("base64"), signatures };
  const items = [{ kind: "action-verdict", action_id: "act_1", body: { envelope } }];
  assert.equal(denialTrace({ items }, "act_1", keys).verified, false);
  assert.equal(isNoteBy("a\n1\nroot\n\n\u2014 scene\n", keys), false);
});
