import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import type { TestContext } from "node:test";
import { describe, test } from "node:test";
import { publicKeyPem } from "@holdpoint/ledger";
import { scratch } from "@holdpoint/testkit";
import type { AdapterFailure } from "../contract/adapter.ts";
import type { ReceiptView } from "../contract/engine.ts";
import type { KeysWire } from "../http/wire/keys-wire.ts";
import { keysWire } from "../http/wire/keys-wire.ts";
import { caller, functionAdapter, openTestingGateway, submission } from "../testing-gateway.ts";
import type { ReceiptVerification } from "./verify-receipt.ts";
import { verifyReceipt } from "./verify-receipt.ts";

const LOST: AdapterFailure = {
  ok: false,
  failureClass: "unknown",
  sent: true,
  code: "HP-ACTION-UNKNOWN",
  message: "the line went dead",
  retryAfterMs: null,
};

interface Scene {
  readonly keys: KeysWire;
  readonly receipts: readonly ReceiptView[];
  readonly lost: ReceiptView;
}

/** Receipts of a real ledger: some that ended, one whose outcome is not known. */
async function scene(t: TestContext): Promise<Scene> {
  const adapters = [
    functionAdapter("echo", ({ arguments: given }) => ({ ok: true, result: given })),
    functionAdapter("lost", () => LOST),
  ];
  const { engine } = await openTestingGateway({ folder: scratch(t), adapters });
  t.after(() => engine.close(1000));
  const receiptOf = async (adapter: string, number: number): Promise<ReceiptView> => {
    const { action } = await engine.submit(submission(adapter, { number }), caller());
    await engine.settled(action.id, 5000);
    return engine.receipt(action.id) ?? assert.fail(`${action.id} has no receipt`);
  };
  const receipts: ReceiptView[] = [];
  for (let number = 0; number < 7; number += 1) receipts.push(await receiptOf("echo", number));
  return { keys: keysWire(engine.keys), receipts, lost: await receiptOf("lost", 7) };
}

function reasonOf(told: ReceiptVerification): string {
  assert.ok(!told.valid, "it must not hold");
  return told.reason;
}

describe("a receipt", () => {
  test("holds offline, by the ledger's key alone, and says what became of the action", async (t) => {
    const { keys, receipts, lost } = await scene(t);
    assert.equal(receipts.length, 7);
    for (const receipt of receipts) {
      const told = verifyReceipt(JSON.parse(JSON.stringify(receipt)) as ReceiptView, keys.ledger);
      assert.ok(told.valid, JSON.stringify(told));
      assert.deepEqual([told.body["action"], told.body["state"]], [receipt.action_id, "SUCCEEDED"]);
      assert.equal(told.treeSize, receipt.inclusion.tree_size);
      assert.equal(new Date(told.at).toISOString(), told.at);
    }
    const unknown = verifyReceipt(lost, keys.ledger);
    assert.ok(unknown.valid && lost.provisional);
    assert.equal(unknown.body["state"], "UNKNOWN");
  });

  test("with any one thing changed does not hold, for its reason", async (t) => {
    const { keys, receipts } = await scene(t);
    const [other, receipt] = receipts.slice(-2) as [ReceiptView, ReceiptView];
    const { inclusion, checkpoint, record } = receipt;
    const [origin = "", size = "", root = "", ...rest] = checkpoint.split("\n");
    const hashes = inclusion.hashes;
    assert.ok(hashes.length > 2);
    const changes: readonly (readonly [what: string, change: Partial<ReceiptView>, reason: RegExp])[] = [
      ["its outcome", { record: record.replace("SUCCEEDED", "DEAD") }, /not in the tree/],
      ["one byte more", { record: `${record} ` }, /not in the tree/],
      ["the record of another", { record: other.record }, /not in the tree/],
      ["its place", { leaf_index: receipt.leaf_index - 1 }, /not in the tree/],
      ["a place beyond", { leaf_index: inclusion.tree_size }, /not in the tree/],
      ["a place before", { leaf_index: -1 }, /not in the tree/],
      ["a hash less", { inclusion: { ...inclusion, hashes: hashes.slice(1) } }, /not in the tree/],
      ["a hash more", { inclusion: { ...inclusion, hashes: [...hashes, hashes[0] ?? ""] } }, /not in the tree/],
      ["hashes in another order", { inclusion: { ...inclusion, hashes: hashes.toReversed() } }, /not in the tree/],
      ["a hash that is none", { inclusion: { ...inclusion, hashes: ["x", ...hashes.slice(1)] } }, /not in the tree/],
      ["another tree", { inclusion: { ...inclusion, tree_size: inclusion.tree_size + 1 } }, /another tree/],
      ["an earlier checkpoint", { checkpoint: other.checkpoint }, /another tree/],
      ["the size of the checkpoint", { checkpoint: checkpoint.replace(size, `${size}0`) }, /not signed by the key/],
      ["its root", { checkpoint: checkpoint.replace(root, `${"A".repeat(43)}=`) }, /not signed by the key/],
      ["no signature", { checkpoint: `${origin}\n${size}\n${root}\n` }, /checkpoint is none/],
      ["another ledger's name", { checkpoint: ["elsewhere", size, root, ...rest].join("\n") }, /another ledger/],
      ["whose it is", { action_id: other.action_id }, /of another action/],
      ["what it claims to be", { provisional: true }, /is a receipt, not a receipt-provisional/],
    ];
    assert.ok(verifyReceipt(receipt, keys.ledger).valid);
    for (const [what, change, reason] of changes) {
      assert.match(reasonOf(verifyReceipt({ ...receipt, ...change }, keys.ledger)), reason, what);
    }
  });

  test("a sound record that is no receipt does not pass for one", async (t) => {
    const { keys, receipts, lost } = await scene(t);
    assert.match(reasonOf(verifyReceipt({ ...lost, provisional: false }, keys.ledger)), /not a receipt/);
    const [first] = receipts as [ReceiptView];
    assert.match(reasonOf(verifyReceipt({ ...first, provisional: true }, keys.ledger)), /not a receipt-provisional/);
  });

  test("does not hold under any other key", async (t) => {
    const { keys, receipts } = await scene(t);
    const [receipt] = receipts as [ReceiptView];
    const { origin } = keys.ledger;
    const fresh = (type: "ed25519" | "ec"): string =>
      publicKeyPem({
        object: (type === "ec" ? generateKeyPairSync("ec", { namedCurve: "P-256" }) : generateKeyPairSync("ed25519"))
          .publicKey,
      });
    assert.match(reasonOf(verifyReceipt(receipt, keys.guardian)), /another ledger/);
    assert.match(reasonOf(verifyReceipt(receipt, { origin, pem: keys.guardian.pem })), /not signed by the key/);
    assert.match(reasonOf(verifyReceipt(receipt, { origin, pem: fresh("ed25519") })), /not signed by the key/);
    assert.match(reasonOf(verifyReceipt(receipt, { origin, pem: fresh("ec") })), /signed with Ed25519/);
    assert.match(reasonOf(verifyReceipt(receipt, { origin, pem: "nonsense" })), /key cannot be used/);
  });

  test("that is of no shape at all is invalid and nothing is thrown", async (t) => {
    const { keys, receipts } = await scene(t);
    const [receipt] = receipts as [ReceiptView];
    const shapeless: readonly unknown[] = [
      null,
      undefined,
      7,
      [],
      {},
      { ...receipt, inclusion: null },
      { ...receipt, inclusion: { tree_size: receipt.inclusion.tree_size, hashes: 7 } },
      { ...receipt, leaf_index: 1.5 },
      { ...receipt, leaf_index: "x" },
      { ...receipt, record: null },
      { ...receipt, checkpoint: {} },
    ];
    for (const one of shapeless) {
      assert.ok(reasonOf(verifyReceipt(one as ReceiptView, keys.ledger)).length > 0, JSON.stringify(one));
    }
  });
});
