import assert from "node:assert/strict";
import { test } from "node:test";
import { checkpointOf, leafHash, rootOf } from "./rfc6962.ts";

/** Test vectors of the certificate transparency project: eight leaves and the root of each prefix. */
const LEAVES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
const ROOTS: Readonly<Record<number, string>> = {
  1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  7: "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  8: "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
};

const leaf = (index: number): Buffer => leafHash(Buffer.from(LEAVES[index] ?? "", "hex"));
const base64 = (...hashes: readonly Buffer[]): string[] => hashes.map((hash) => hash.toString("base64"));

/** The tree hash by its definition, which the proofs are made from. */
function tree(from: number, to: number): Buffer {
  if (to - from === 1) return leaf(from);
  const half = from + 2 ** Math.floor(Math.log2(to - from - 1));
  const [left, right] = [tree(from, half), tree(half, to)];
  // A tree of two is a leaf with a proof of one hash.
  return rootOf(left, 0, 2, base64(right)) as Buffer;
}

function proof(index: number, from: number, to: number): Buffer[] {
  if (to - from === 1) return [];
  const half = from + 2 ** Math.floor(Math.log2(to - from - 1));
  return index < half ? [...proof(index, from, half), tree(half, to)] : [...proof(index, half, to), tree(from, half)];
}

test("roots are those of the published vectors", () => {
  for (const [size, root] of Object.entries(ROOTS)) assert.equal(tree(0, Number(size)).toString("hex"), root);
});

test("every leaf of every tree leads to the root, and to no other with anything changed", () => {
  let proven = 0;
  for (let size = 1; size <= LEAVES.length; size += 1) {
    const root = tree(0, size).toString("hex");
    for (let index = 0; index < size; index += 1) {
      const hashes = base64(...proof(index, 0, size));
      assert.equal(rootOf(leaf(index), index, size, hashes)?.toString("hex"), root, `${index} of ${size}`);
      assert.notEqual(rootOf(leafHash(Buffer.from("changed")), index, size, hashes)?.toString("hex"), root);
      assert.equal(rootOf(leaf(index), index, size, [...hashes, ...base64(leaf(0))]), null, "one hash too many");
      if (hashes.length > 0) assert.equal(rootOf(leaf(index), index, size, hashes.slice(1)), null, "one too few");
      proven += 1;
    }
  }
  assert.equal(proven, 36);
});

test("a place outside the tree proves nothing", () => {
  assert.equal(rootOf(leaf(0), 1, 1, []), null);
  assert.equal(rootOf(leaf(0), -1, 1, []), null);
  assert.equal(rootOf(leaf(0), Number.NaN, 1, []), null);
});

test("a checkpoint gives size and root, and one that is none gives none", () => {
  assert.deepEqual(checkpointOf("origin\n12\nabc=\n\n— key sig\n"), { size: 12, root: "abc=" });
  assert.deepEqual(checkpointOf("origin\n12x\n"), { size: -1, root: "" });
});
