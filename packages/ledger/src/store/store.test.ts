import assert from "node:assert/strict";
import { test } from "node:test";
import { isHoldpointError } from "@holdpoint/core";
import { parseCheckpoint } from "../checkpoint/checkpoint.ts";
import { currentKey } from "../keys/current-key.ts";
import { keyAddedRecord, keyRotatedRecord } from "../keys/key-record.ts";
import { makeSigner } from "../keys/signer.ts";
import { CompactRange } from "../merkle/compact-range.ts";
import { verifyInclusion } from "../merkle/inclusion.ts";
import type { NewRecord } from "../record/record.ts";
import { NOW_MS, rootOf } from "../testing.ts";
import type { MemoryTables } from "../testing-store.ts";
import { MemoryStore, memoryTables } from "../testing-store.ts";
import { appendGroup } from "./append.ts";
import { buildGroup } from "./build-group.ts";
import { findReadable } from "./find-readable.ts";
import { readHead } from "./head.ts";
import { newestFirst } from "./newest-first.ts";
import { consistencyProof, inclusionProof, rootAt } from "./proofs.ts";

const { signer } = makeSigner();
const AT = "2026-01-01T00:00:00.000Z";
const notes = (count: number): NewRecord[] =>
  Array.from({ length: count }, (_, n) => ({ kind: "note", run: "", body: { n } }));

function storeOf(count: number): { readonly tables: MemoryTables; readonly store: MemoryStore } {
  const tables = memoryTables("holdpoint/store");
  const store = new MemoryStore(tables, signer);
  if (count > 0) store.append(notes(count));
  return { tables, store };
}

const isCorrupt = (thrown: unknown): boolean => isHoldpointError(thrown) && thrown.code === "HP-LEDGER-CORRUPT";

test("a group carries bytes, hashes, nodes and one checkpoint that closes it", () => {
  const range = new CompactRange();
  const group = buildGroup(notes(300), range, { origin: "o", at: AT, signers: [signer] });
  assert.equal(range.size, 300);
  assert.deepEqual(
    group.records.map(({ seq }) => seq),
    Array.from({ length: 300 }, (_, seq) => seq),
  );
  assert.deepEqual(
    group.nodes.map(({ level, index }) => [level, index]),
    [[8, 0]],
  );
  assert.equal(group.checkpoint.size, 300);
  const signed = parseCheckpoint(Buffer.from(group.checkpoint.text));
  if ("malformed" in signed) assert.fail(signed.malformed);
  assert.equal(signed.checkpoint.root.toString("base64"), rootOf(group.records.map(({ leaf }) => leaf)));
  assert.deepEqual(CompactRange.fromBytes(300, group.checkpoint.peaks).root(), range.root());
  assert.throws(() => buildGroup([], range, { origin: "o", at: AT, signers: [signer] }), RangeError);
});

test("the same records at the same time have the same bytes", () => {
  const [a, b] = [1, 2].map(() => buildGroup(notes(3), new CompactRange(), { origin: "o", at: AT, signers: [signer] }));
  assert.deepEqual(a, b);
});

test("the head is what the last checkpoint signs", () => {
  assert.deepEqual(readHead(storeOf(0).store).head, {
    origin: "holdpoint/store",
    size: 0,
    root: "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
    checkpoint: null,
  });
  const { store } = storeOf(5);
  const { head, range } = readHead(store);
  assert.equal(head.size, 5);
  assert.equal(head.root, range.root().toString("base64"));
  assert.equal(head.checkpoint, store.lastCheckpoint()?.text);
});

test("a head that contradicts itself is refused", () => {
  const harms: readonly ((tables: MemoryTables) => void)[] = [
    (tables) => (tables.origin = "other"),
    (tables) => (tables.checkpoints = tables.checkpoints.map((one) => ({ ...one, size: 6 }))),
    (tables) => (tables.checkpoints = tables.checkpoints.map((one) => ({ ...one, text: "rubbish" }))),
    (tables) => (tables.checkpoints = tables.checkpoints.map((one) => ({ ...one, peaks: Buffer.alloc(31) }))),
    (tables) => (tables.checkpoints = tables.checkpoints.map((one) => ({ ...one, peaks: Buffer.alloc(64) }))),
  ];
  for (const harm of harms) {
    const { tables, store } = storeOf(5);
    harm(tables);
    assert.throws(() => readHead(store), isCorrupt, String(harm));
    assert.throws(() => store.append(notes(1)), isCorrupt, "and is not appended to");
    assert.equal(tables.records.length, 5);
  }
});

test("a group is anchored outside only after it was committed, and not at all when nothing was chosen", () => {
  const { store } = storeOf(1);
  const written: number[] = [];
  const terms = { store, checkpoints: { write: (size: number) => void written.push(size) }, nowMs: () => NOW_MS };
  const appended = appendGroup(terms, (head) => ({ records: notes(head.size + 1), signers: [signer] }));
  assert.deepEqual([appended?.first, appended?.head.size, written], [1, 3, [3]]);
  assert.equal(
    appendGroup(terms, () => null),
    null,
  );
  assert.throws(() => appendGroup(terms, () => ({ records: [], signers: [signer] })), RangeError);
  assert.deepEqual(written, [3]);
  assert.equal(store.extent().count, 3);
});

test("proofs are verified before they are handed out", () => {
  const { tables, store } = storeOf(300);
  const { range } = readHead(store);
  const leaf = store.record(7)?.leaf ?? assert.fail();
  assert.equal(verifyInclusion(leaf, inclusionProof(store, 7, 300), range.root()), true);
  assert.equal(Buffer.from(rootAt(store, 0)).toString("hex").startsWith("e3b0c442"), true);
  tables.nodes = tables.nodes.map((one) => ({ ...one, hash: Buffer.alloc(32) }));
  assert.throws(() => inclusionProof(store, 299, 300), isCorrupt);
  assert.throws(() => consistencyProof(store, 260, 300), isCorrupt);
  tables.nodes = [];
  assert.throws(() => inclusionProof(store, 299, 300), isCorrupt);
});

test("a proof for an older tree is of that tree", () => {
  const { store } = storeOf(20);
  store.append(notes(20));
  const proof = inclusionProof(store, 3, 20);
  assert.equal(proof.treeSize, 20n);
  assert.equal(verifyInclusion(store.record(3)?.leaf ?? assert.fail(), proof, rootAt(store, 20)), true);
  assert.throws(() => inclusionProof(store, 3, 41), RangeError);
  assert.throws(() => inclusionProof(store, 20, 20), RangeError);
});

test("records are read newest first across pages, and no further than wanted", () => {
  const asked: (number | undefined)[] = [];
  const { store } = storeOf(120);
  const ledger = {
    find: (query: Parameters<MemoryStore["find"]>[0]) => {
      asked.push(query.before);
      return store.find(query).map(({ seq, kind, run }) => ({ at: AT, body: {}, kind, run, seq, v: 1 }) as const);
    },
  };
  assert.deepEqual(
    [...newestFirst(ledger, "note")].map(({ seq }) => seq),
    Array.from({ length: 120 }, (_, n) => 119 - n),
  );
  assert.deepEqual(asked, [undefined, 70, 20, 0]);
  asked.length = 0;
  for (const { seq } of newestFirst(ledger, "note")) if (seq === 100) break;
  assert.deepEqual(asked, [undefined]);
  assert.deepEqual([...newestFirst(ledger, "other")], []);
});

test("the key that signs is the one that the newest key record names", () => {
  const { store } = storeOf(0);
  assert.equal(currentKey(store), null);
  store.append([keyAddedRecord("holdpoint/store", signer)]);
  assert.equal(currentKey(store), signer.publicKey.fingerprint);
  const { signer: next } = makeSigner();
  store.append([keyRotatedRecord("holdpoint/store", signer, next)]);
  assert.equal(currentKey(store), next.publicKey.fingerprint);
});

test("records without a key, or with a key record that is none, are a contradiction", () => {
  assert.throws(() => currentKey(storeOf(1).store), isCorrupt);
  const { store } = storeOf(0);
  store.append([{ kind: "key-added", run: "", body: { fingerprint: 1 } }]);
  assert.throws(() => currentKey(store), isCorrupt);
});

test("a stored node that contradicts its leaves gives no proof, at any size", () => {
  const { tables, store } = storeOf(300);
  store.append(notes(10));
  assert.equal(inclusionProof(store, 3, 300).hashes.length, 9);
  assert.ok(consistencyProof(store, 100, 300).hashes.length > 0);
  tables.nodes = tables.nodes.map((one) => ({ ...one, hash: Buffer.alloc(32, 7) }));
  for (const size of [300, 310]) assert.throws(() => inclusionProof(store, 3, size), isCorrupt);
  for (const size of [300, 310]) assert.throws(() => consistencyProof(store, 100, size), isCorrupt);
});

test("of a damaged log the records that can be read are found", () => {
  const { tables, store } = storeOf(4);
  const harmed = [null, Buffer.from("rubbish"), Buffer.from("{}")];
  tables.records = tables.records.map((one, seq) => ({
    ...one,
    bytes: harmed[seq] === undefined ? one.bytes : harmed[seq],
  }));
  const found = findReadable(store, { order: "oldest-first", limit: 9 });
  assert.deepEqual(
    found.map(({ body }) => body),
    [{ n: 3 }],
  );
});
