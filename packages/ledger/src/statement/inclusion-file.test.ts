import assert from "node:assert/strict";
import { test } from "node:test";
import { isHoldpointError } from "@holdpoint/core";
import { parseCheckpoint } from "../checkpoint/checkpoint.ts";
import { makeSigner } from "../keys/signer.ts";
import { Ledger } from "../ledger.ts";
import { leafHash } from "../merkle/hash.ts";
import { verifyInclusion } from "../merkle/inclusion.ts";
import { hashesFromBase64 } from "../merkle/proof-json.ts";
import { ticking } from "../testing.ts";
import type { MemoryTables } from "../testing-store.ts";
import { MemoryStore, memoryTables } from "../testing-store.ts";
import { recordProof } from "./inclusion-file.ts";

function ledgerOf(count: number): { readonly ledger: Ledger; readonly tables: MemoryTables } {
  const { signer } = makeSigner();
  const tables = memoryTables("holdpoint/proofs");
  const store = new MemoryStore(tables, signer);
  const ledger = new Ledger({ store, signer, checkpoints: { write: () => undefined }, nowMs: ticking() });
  if (count > 0) ledger.append(Array.from({ length: count }, (_, n) => ({ kind: "note", run: "r", body: { n } })));
  return { ledger, tables };
}

interface InclusionJson {
  readonly leafIndex: number;
  readonly treeSize: number;
  readonly record: string;
  readonly proof: readonly string[];
}

test("a reader with nothing but the two texts can find the record in the tree", () => {
  const { ledger } = ledgerOf(21);
  for (const seq of [0, 7, 16, 20]) {
    const { checkpoint, inclusion } = recordProof(ledger, seq);
    const signed = parseCheckpoint(Buffer.from(checkpoint));
    if ("malformed" in signed) assert.fail(signed.malformed);
    const { leafIndex, treeSize, record, proof } = JSON.parse(inclusion) as InclusionJson;
    const bytes = Buffer.from(record, "base64");
    const hashes = hashesFromBase64(proof) ?? assert.fail();
    assert.deepEqual([leafIndex, treeSize, signed.checkpoint.size], [seq, 21, 21]);
    assert.deepEqual((JSON.parse(bytes.toString()) as { body: unknown }).body, { n: seq });
    const path = { leafIndex: BigInt(leafIndex), treeSize: BigInt(treeSize), hashes };
    assert.equal(verifyInclusion(leafHash(bytes), path, signed.checkpoint.root), true);
  }
});

test("the proof is against the newest checkpoint, whenever the record was appended", () => {
  const { ledger } = ledgerOf(3);
  const before = recordProof(ledger, 1);
  ledger.append([{ kind: "note", run: "r", body: {} }]);
  const after = recordProof(ledger, 1);
  assert.notEqual(before.checkpoint, after.checkpoint);
  assert.equal((JSON.parse(after.inclusion) as InclusionJson).treeSize, 4);
});

test("there is no proof of what is not there, or no longer what it was", () => {
  const { ledger, tables } = ledgerOf(3);
  assert.throws(
    () => recordProof(ledger, 3),
    (thrown) => isHoldpointError(thrown) && thrown.code === "HP-RUN-UNKNOWN",
  );
  tables.records = tables.records.map((one) => ({ ...one, bytes: Buffer.from("changed") }));
  assert.throws(
    () => recordProof(ledger, 1),
    (thrown) => isHoldpointError(thrown) && thrown.code === "HP-LEDGER-CORRUPT",
  );
});

test("a record that went away between two looks has no proof", () => {
  const { ledger } = ledgerOf(3);
  const { store } = ledger;
  const stored = store.record(1);
  for (const second of [null, stored === null ? null : { ...stored, bytes: null }]) {
    const answers = [stored, second];
    store.record = () => answers.shift() ?? null;
    assert.throws(() => recordProof(ledger, 1), /^RangeError: there is no record 1$/);
  }
});
