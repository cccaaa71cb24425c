import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { CompactRange } from "./compact-range.ts";
import { consistencySubtrees, verifyConsistency } from "./consistency.ts";
import { EMPTY_ROOT, hashBytes, leafHash, leafText, nodeHash, sameHash } from "./hash.ts";
import { inclusionSubtrees, verifyInclusion } from "./inclusion.ts";
import { subtreeHash } from "./subtree-hash.ts";
import type { Subtree } from "./subtrees.ts";
import { largestPowerBelow } from "./subtrees.ts";

const bytes = (hex: string): Buffer => Buffer.from(hex, "hex");
const leavesOf = (count: number): Buffer[] =>
  Array.from({ length: count }, (_, index) => Buffer.from(`record ${index}`));

/** RFC 6962 section 2.1, word for word. */
function naiveRoot(records: readonly Buffer[]): Buffer {
  if (records.length === 0) return EMPTY_ROOT;
  if (records.length === 1) return leafHash(records[0] as Buffer);
  const k = largestPowerBelow(records.length);
  return nodeHash(naiveRoot(records.slice(0, k)), naiveRoot(records.slice(k)));
}

const naivePart =
  (records: readonly Buffer[]) =>
  ({ from, to }: Subtree): Buffer =>
    naiveRoot(records.slice(from, to));

function rangeOf(records: readonly Buffer[]): CompactRange {
  const range = new CompactRange();
  for (const record of records) range.append(leafText(record));
  return range;
}

/** Inputs and roots of the reference implementation of RFC 6962, for trees of 1 to 8 leaves. */
const CLASSIC_LEAVES = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
].map(bytes);
const CLASSIC_ROOTS = [
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

test("the classic eight leaves have their published roots", () => {
  assert.equal(EMPTY_ROOT.toString("hex"), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CLASSIC_ROOTS.forEach((root, index) => {
    assert.equal(
      rangeOf(CLASSIC_LEAVES.slice(0, index + 1))
        .root()
        .toString("hex"),
      root,
      `${index + 1} leaves`,
    );
  });
});

/** The tree of RFC 6962 section 2.1.3: a..j are d0..d6's leaves and the nodes above them. */
const SEVEN = leavesOf(7);
const [a, b, c, d, e, f, j] = SEVEN.map(leafHash) as [Buffer, Buffer, Buffer, Buffer, Buffer, Buffer, Buffer];
const [g, h, i] = [nodeHash(a, b), nodeHash(c, d), nodeHash(e, f)];
const [k, l] = [nodeHash(g, h), nodeHash(i, j)];

test("RFC 6962 section 2.1.3: the inclusion proofs of the seven leaf tree", () => {
  const expected: readonly (readonly [number, readonly Buffer[]])[] = [
    [0, [b, h, l]],
    [3, [c, g, l]],
    [4, [f, j, k]],
    [6, [i, k]],
  ];
  for (const [leaf, path] of expected) {
    assert.deepEqual(inclusionSubtrees(leaf, 7).map(naivePart(SEVEN)), path, `d${leaf}`);
  }
});

test("RFC 6962 section 2.1.3: the consistency proofs of the seven leaf tree", () => {
  const expected: readonly (readonly [number, readonly Buffer[]])[] = [
    [3, [c, d, g, l]],
    [4, [l]],
    [6, [i, j, k]],
  ];
  for (const [first, path] of expected) {
    assert.deepEqual(consistencySubtrees(first, 7).map(naivePart(SEVEN)), path, `from ${first}`);
    const proof = { firstSize: BigInt(first), secondSize: 7n, hashes: path };
    assert.equal(verifyConsistency(proof, naiveRoot(SEVEN.slice(0, first)), naiveRoot(SEVEN)), true, `from ${first}`);
  }
});

test("a range appends to the root of the definition, and goes on after it was stored", () => {
  fc.assert(
    fc.property(fc.nat(70), fc.nat(70), (first, more) => {
      const records = leavesOf(first + more);
      const range = rangeOf(records.slice(0, first));
      const restored = CompactRange.fromBytes(range.size, range.toBytes());
      for (const record of records.slice(first)) restored.append(leafText(record));
      assert.deepEqual(restored.root(), naiveRoot(records));
      assert.equal(restored.size, first + more);
    }),
  );
});

test("a copied range goes its own way", () => {
  const range = rangeOf(leavesOf(5));
  const before = range.root();
  range.copy().append(leafText(Buffer.from("other")));
  assert.deepEqual(range.root(), before);
});

test("a stored range that cannot be one is refused", () => {
  assert.throws(() => CompactRange.fromBytes(3, Buffer.alloc(32)), RangeError);
  assert.throws(() => CompactRange.fromBytes(1, Buffer.alloc(33)), RangeError);
  assert.throws(() => new CompactRange(-1), RangeError);
  assert.throws(() => new CompactRange(2 ** 53), RangeError);
});

test("stored nodes and leaves give every subtree of every proof", () => {
  const records = leavesOf(700);
  const nodes = new Map<string, Buffer>();
  const range = new CompactRange();
  for (const record of records)
    range.append(leafText(record), (level, index, hash) => nodes.set(`${level}/${index}`, hashBytes(hash)));
  let lookups = 0;
  const nodeAt = (level: number, index: number): Buffer => {
    lookups += 1;
    return level === 0 ? leafHash(records[index] as Buffer) : (nodes.get(`${level}/${index}`) as Buffer);
  };
  for (const part of [...inclusionSubtrees(300, 700), ...consistencySubtrees(255, 700), { from: 0, to: 700 }]) {
    assert.deepEqual(subtreeHash(part, nodeAt), naiveRoot(records.slice(part.from, part.to)));
  }
  lookups = 0;
  subtreeHash({ from: 0, to: 512 }, nodeAt);
  assert.equal(lookups, 2, "two stored nodes instead of 512 leaves");
});

test("every proof verifies, and none for another leaf, index, size or root", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 65 }), fc.nat(), fc.nat(), (size, leafSeed, harm) => {
      const records = leavesOf(size);
      const leafIndex = leafSeed % size;
      const root = naiveRoot(records);
      const hashes = inclusionSubtrees(leafIndex, size).map(naivePart(records));
      const leaf = leafHash(records[leafIndex] as Buffer);
      const proof = { leafIndex: BigInt(leafIndex), treeSize: BigInt(size), hashes };
      assert.equal(verifyInclusion(leaf, proof, root), true);
      assert.equal(verifyInclusion(leafHash(Buffer.from("no")), proof, root), false);
      assert.equal(verifyInclusion(leaf, { ...proof, leafIndex: BigInt(leafIndex + size) }, root), false);
      assert.equal(verifyInclusion(leaf, { ...proof, leafIndex: -1n }, root), false);
      assert.equal(verifyInclusion(leaf, { ...proof, hashes: [...hashes, root] }, root), false);
      assert.equal(verifyInclusion(leaf, proof, EMPTY_ROOT), false);
      const harmed = hashes[harm % Math.max(1, hashes.length)];
      if (harmed === undefined) return;
      const changed = hashes.map((hash) => (hash === harmed ? leafHash(hash) : hash));
      assert.equal(verifyInclusion(leaf, { ...proof, hashes: changed }, root), false);
      assert.equal(verifyInclusion(leaf, { ...proof, hashes: hashes.slice(1) }, root), false);
    }),
  );
});

test("consistency holds for prefixes and for nothing else", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 65 }), fc.nat(), fc.nat(), (second, firstSeed, harm) => {
      const first = 1 + (firstSeed % second);
      const records = leavesOf(second);
      const hashes = consistencySubtrees(first, second).map(naivePart(records));
      const proof = { firstSize: BigInt(first), secondSize: BigInt(second), hashes };
      const [firstRoot, secondRoot] = [naiveRoot(records.slice(0, first)), naiveRoot(records)];
      assert.equal(verifyConsistency(proof, firstRoot, secondRoot), true);
      const other = naiveRoot([Buffer.from("replaced"), ...records.slice(1, first)]);
      assert.equal(verifyConsistency(proof, other, secondRoot), false);
      assert.equal(verifyConsistency({ ...proof, firstSize: 0n }, firstRoot, secondRoot), false);
      assert.equal(verifyConsistency({ ...proof, firstSize: BigInt(second + 1) }, firstRoot, secondRoot), false);
      assert.equal(verifyConsistency({ ...proof, hashes: [...hashes, secondRoot] }, firstRoot, secondRoot), false);
      const at = harm % Math.max(1, hashes.length);
      if (hashes.length === 0) return;
      const changed = hashes.map((hash, index) => (index === at ? leafHash(hash) : hash));
      assert.equal(verifyConsistency({ ...proof, hashes: changed }, firstRoot, secondRoot), false);
      assert.equal(verifyConsistency({ ...proof, hashes: hashes.slice(0, -1) }, firstRoot, secondRoot), false);
    }),
  );
});

test("proofs that cannot exist are refused", () => {
  assert.throws(() => inclusionSubtrees(7, 7), RangeError);
  assert.throws(() => inclusionSubtrees(0, 0), RangeError);
  assert.throws(() => consistencySubtrees(0, 7), RangeError);
  assert.throws(() => consistencySubtrees(8, 7), RangeError);
});

test("a leaf larger than the scratch memory has the same kind of hash", () => {
  const large = Buffer.alloc(100_000, 7);
  assert.ok(sameHash(leafHash(large), naiveRoot([large])));
  assert.notDeepEqual(leafHash(large), leafHash(large.subarray(1)));
  assert.equal(leafHash(Buffer.alloc(65_535)).length, 32);
  assert.equal(leafHash(Buffer.alloc(65_536)).length, 32);
});
