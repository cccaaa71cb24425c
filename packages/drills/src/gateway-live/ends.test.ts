import assert from "node:assert/strict";
import { generateKeyPairSync, sign } from "node:crypto";
import { test } from "node:test";
import type { GatewayEnd, Json, JsonObject } from "@holdpoint/core";
import { leafHash } from "../gateway/rfc6962.ts";
import type { Script } from "../gateway/testing-house.ts";
import { page, scriptedHouse } from "../gateway/testing-house.ts";
import { tryEnds } from "./ends.ts";

const { publicKey, privateKey } = generateKeyPairSync("ed25519");
const PEM = String(publicKey.export({ type: "spki", format: "pem" }));
const RECORD = '{"body":{"state":"DEAD"}}';

/** A checkpoint of a log that holds the one record. */
function checkpoint(root: Buffer): string {
  const text = `holdpoint/gateway\n1\n${root.toString("base64")}\n`;
  const signature = Buffer.concat([Buffer.alloc(4), sign(null, Buffer.from(text), privateKey)]).toString("base64");
  return `${text}\n— holdpoint/gateway ${signature}\n`;
}

const CHECKPOINT: string = checkpoint(leafHash(Buffer.from(RECORD)));
const RECEIPT: JsonObject = {
  record: RECORD,
  leaf_index: 0,
  inclusion: { tree_size: 1, hashes: [] },
  checkpoint: CHECKPOINT,
};

interface Told {
  readonly receipt?: Json;
  readonly trail?: readonly JsonObject[];
  readonly letters?: readonly JsonObject[];
  readonly listed?: readonly JsonObject[];
}

/** A gateway in which every action is one and the same, and died. */
function telling({ receipt = RECEIPT, trail = [], letters = [], listed = [] }: Told): Script {
  return (method, path) => {
    if (method === "POST") return { json: { id: "act_1" } };
    if (path.startsWith("/v1/receipts/")) return { json: receipt };
    if (path.startsWith("/v1/audit-trails/")) return page(...trail);
    if (path.startsWith("/v1/dead-letters")) return page(...letters);
    if (path === "/v1/keys") return { json: { ledger: { pem: PEM } } };
    return path.startsWith("/v1/actions/") ? { json: { id: "act_1", state: "DEAD" } } : page(...listed);
  };
}

async function ends(told: Told): Promise<GatewayEnd> {
  const { house, context } = scriptedHouse(telling(told));
  const [first] = (await tryEnds({ house, context })).ends;
  assert.ok(first !== undefined);
  return first;
}

test("what each place says is kept side by side, and nothing is put right", async () => {
  const trail = [
    { action_id: "act_1", kind: "action" },
    { action_id: "act_1", kind: "receipt" },
    { action_id: "act_2", kind: "receipt" },
    { action_id: "act_1", kind: "receipt-provisional" },
  ];
  const end = await ends({
    trail,
    letters: [{ id: "act_1" }, { id: "act_2" }],
    listed: [{ id: "act_1", state: "READY" }],
  });
  assert.equal(end.wanted, "SUCCEEDED");
  assert.deepEqual([end.answered, end.listed, end.recorded], ["DEAD", "READY", "DEAD"]);
  assert.deepEqual([end.terminalReceipts, end.provisionalReceipts, end.deadLetters], [1, 1, 1]);
});

test("a proof is computed, not believed", async () => {
  const { proof } = await ends({});
  assert.deepEqual([proof.leafIndex, proof.treeSize, proof.signed], [0, 1, true]);
  assert.equal(proof.computedRoot, proof.checkpointRoot);
  const changed = await ends({ receipt: { ...RECEIPT, record: '{"body":{"state":"SUCCEEDED"}}' } });
  assert.notEqual(changed.proof.computedRoot, changed.proof.checkpointRoot);
  assert.equal(changed.proof.signed, true);
  const forged = await ends({
    receipt: { ...RECEIPT, checkpoint: CHECKPOINT.replace("\n1\n", "\n2\n") },
  });
  assert.deepEqual([forged.proof.signed, forged.proof.computedRoot], [false, ""]);
});

test("without a receipt there is no proof, no record and no error", async () => {
  for (const receipt of [{}, null, { record: "no json", inclusion: "none" }]) {
    const { proof, recorded } = await ends({ receipt });
    assert.deepEqual(proof, { leafIndex: 0, treeSize: 0, checkpointRoot: "", computedRoot: "", signed: false });
    assert.equal(recorded, "");
  }
});
