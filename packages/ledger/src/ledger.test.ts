import assert from "node:assert/strict";
import { test } from "node:test";
import type { TestContext } from "node:test";
import { isHoldpointError } from "@holdpoint/core";
import { scratch } from "@holdpoint/testkit";
import { parseCheckpoint } from "./checkpoint/checkpoint.ts";
import { openLedger } from "./io/open-ledger.ts";
import { revokeKey, rotateKey } from "./keys/rotate.ts";
import { makeSigner } from "./keys/signer.ts";
import type { Ledger } from "./ledger.ts";
import { verifyConsistency } from "./merkle/consistency.ts";
import { leafHash } from "./merkle/hash.ts";
import { verifyInclusion } from "./merkle/inclusion.ts";
import { NOW_MS, rootOf } from "./testing.ts";

function begin(context: TestContext): Ledger {
  const { ledger } = openLedger({ folder: scratch(context), origin: "holdpoint/trial", nowMs: () => NOW_MS });
  context.after(() => ledger.close());
  return ledger;
}

const gate = (n: number): { kind: string; run: string; body: { n: number } } => ({
  kind: "gate",
  run: "r",
  body: { n },
});

test("a record is given back as it was appended, with its time and place", (context) => {
  const ledger = begin(context);
  const { first } = ledger.append([gate(1), gate(2)]);
  assert.deepEqual(ledger.get(first + 1), {
    at: "2026-01-02T03:04:05.000Z",
    body: { n: 2 },
    kind: "gate",
    run: "r",
    seq: 2,
    v: 1,
  });
  assert.deepEqual(
    [...ledger.records()].map(({ seq }) => seq),
    [0, 1, 2],
  );
  assert.equal(ledger.latest("gate")?.seq, 2);
  assert.equal(ledger.latest("verdict"), null);
  assert.throws(
    () => ledger.get(3),
    (thrown) => isHoldpointError(thrown) && thrown.code === "HP-RUN-UNKNOWN",
  );
});

test("a group has one checkpoint, and its root is that of all records", (context) => {
  const ledger = begin(context);
  ledger.append(Array.from({ length: 20 }, (_, n) => gate(n)));
  assert.deepEqual(
    [...ledger.store.checkpoints()].map(({ size }) => size),
    [1, 21],
  );
  assert.equal(ledger.head().root, rootOf([...ledger.store.records(0, 21)].map(({ leaf }) => leaf)));
});

test("a group without records, or with one that cannot be recorded, appends nothing", (context) => {
  const ledger = begin(context);
  assert.throws(() => ledger.append([]), RangeError);
  assert.throws(() => ledger.append([gate(1), { kind: "gate", run: "r", body: { n: Number.NaN } }]), TypeError);
  assert.equal(ledger.head().size, 1);
});

test("proofs verify against the signed checkpoints", (context) => {
  const ledger = begin(context);
  const before = ledger.head();
  ledger.append(Array.from({ length: 300 }, (_, n) => gate(n)));
  const { root, size } = ledger.head();
  const stored = ledger.store.record(123);
  const leaf = leafHash(stored?.bytes ?? assert.fail());
  assert.equal(verifyInclusion(leaf, ledger.inclusionProof(123), Buffer.from(root, "base64")), true);
  assert.equal(verifyInclusion(leaf, ledger.inclusionProof(124), Buffer.from(root, "base64")), false);
  const proof = ledger.consistencyProof(before.size);
  assert.equal(proof.secondSize, BigInt(size));
  assert.equal(verifyConsistency(proof, Buffer.from(before.root, "base64"), Buffer.from(root, "base64")), true);
});

test("a ledger that is handed over is signed by both keys once, then by the new one", (context) => {
  const ledger = begin(context);
  const previous = ledger.signer;
  const { signer: next } = makeSigner();
  const { head } = rotateKey(ledger, next);
  const signatures = (text: string): number => {
    const signed = parseCheckpoint(Buffer.from(text));
    return "malformed" in signed ? assert.fail(signed.malformed) : signed.note.signatures.length;
  };
  assert.equal(signatures(head.checkpoint), 2);
  assert.equal(ledger.signer, next);
  assert.equal(signatures(ledger.append([gate(1)]).head.checkpoint), 1);
  assert.equal(ledger.get(1).body["previous"], previous.publicKey.fingerprint);
  assert.throws(
    () => rotateKey(ledger, next),
    (thrown) => isHoldpointError(thrown) && thrown.code === "HP-KEY-FOREIGN",
  );
});

test("the current key cannot be revoked, an earlier one can", (context) => {
  const ledger = begin(context);
  const previous = ledger.signer.publicKey.fingerprint;
  assert.throws(
    () => revokeKey(ledger, previous, "lost"),
    (thrown) => isHoldpointError(thrown) && thrown.code === "HP-KEY-FOREIGN",
  );
  rotateKey(ledger, makeSigner().signer);
  const { first } = revokeKey(ledger, previous, "lost");
  assert.deepEqual(ledger.get(first).body, { fingerprint: previous, reason: "lost" });
});
