import assert from "node:assert/strict";
import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { isNoteBy } from "../fail-closed/signatures.ts";
import { isSignedBy } from "./note-signature.ts";
import { leafHash, rootOf } from "./rfc6962.ts";

const RUNS = 300;

/** The tree hash by its definition in RFC 6962 section 2.1, with nothing of the code under test. */
function treeHash(leaves: readonly Uint8Array[]): Buffer {
  const [only] = leaves;
  const hash = createHash("sha256");
  if (leaves.length === 1 && only !== undefined) return hash.update(Buffer.of(0)).update(only).digest();
  const half = halfOf(leaves.length);
  return hash
    .update(Buffer.of(1))
    .update(treeHash(leaves.slice(0, half)))
    .update(treeHash(leaves.slice(half)))
    .digest();
}

function path(leaves: readonly Uint8Array[], index: number): Buffer[] {
  if (leaves.length === 1) return [];
  const half = halfOf(leaves.length);
  const [left, right] = [leaves.slice(0, half), leaves.slice(half)];
  return index < half ? [...path(left, index), treeHash(right)] : [...path(right, index - half), treeHash(left)];
}

function halfOf(size: number): number {
  let half = 1;
  while (half * 2 < size) half *= 2;
  return half;
}

/** A tree, one of its leaves, and a number that says what of the proof is harmed. */
const trees = fc
  .array(fc.uint8Array({ maxLength: 40 }), { minLength: 1, maxLength: 70 })
  .chain((leaves) => fc.tuple(fc.constant(leaves), fc.nat({ max: leaves.length - 1 }), fc.nat()));

test("every leaf of every tree leads to the root of the definition", () => {
  fc.assert(
    fc.property(trees, ([leaves, index]) => {
      const proof = path(leaves, index).map((hash) => hash.toString("base64"));
      const root = rootOf(leafHash(leaves[index] ?? Buffer.alloc(0)), index, leaves.length, proof);
      assert.deepEqual(root, treeHash(leaves));
    }),
    { numRuns: RUNS },
  );
});

test("one bit of a leaf or of a proof that is changed leads elsewhere", () => {
  fc.assert(
    fc.property(trees, ([leaves, index, harm]) => {
      const leaf = leafHash(leaves[index] ?? Buffer.alloc(0));
      const hashes = [leaf, ...path(leaves, index)].map((hash) => Buffer.from(hash));
      const harmed = hashes[harm % hashes.length];
      assert.ok(harmed !== undefined);
      const at = harm % harmed.length;
      harmed[at] = (harmed[at] ?? 0) ^ (1 << (harm % 8));
      const [first = leaf, ...proof] = hashes;
      const texts = proof.map((hash) => hash.toString("base64"));
      assert.notDeepEqual(rootOf(first, index, leaves.length, texts), treeHash(leaves));
    }),
    { numRuns: RUNS },
  );
});

test("whatever a proof is made of, reading it never throws, and a root has the size of a hash", () => {
  const anything = fc.array(fc.oneof(fc.base64String(), fc.string()), { maxLength: 12 });
  fc.assert(
    fc.property(fc.double(), fc.double(), anything, (index, size, proof) => {
      const root = rootOf(leafHash(Buffer.from("a")), index, size, proof);
      assert.ok(root === null || root.length === 32);
    }),
    { numRuns: RUNS },
  );
});

const { publicKey, privateKey } = generateKeyPairSync("ed25519");
const PEM = String(publicKey.export({ type: "spki", format: "pem" }));
const TEXT = "holdpoint/gateway\n12\nabc=\n";
const SIGNATURE = Buffer.concat([Buffer.alloc(4), sign(null, Buffer.from(TEXT), privateKey)]).toString("base64");
const NOTE = `${TEXT}\n\u2014 holdpoint/gateway ${SIGNATURE}\n`;

test("a note of which any one character of its text is another is signed by nobody", () => {
  assert.ok(isSignedBy(NOTE, PEM) && isNoteBy(NOTE, [PEM]), "as it is, it is signed");
  const changes = fc.tuple(fc.nat({ max: TEXT.length - 1 }), fc.string({ minLength: 1, maxLength: 1 }));
  fc.assert(
    fc.property(changes, ([at, letter]) => {
      fc.pre(NOTE[at] !== letter);
      const note = `${NOTE.slice(0, at)}${letter}${NOTE.slice(at + 1)}`;
      assert.deepEqual([isSignedBy(note, PEM), isNoteBy(note, [PEM])], [false, false]);
    }),
    { numRuns: RUNS },
  );
});

test("no text is signed by accident, and none throws", () => {
  const lines = fc.array(fc.oneof(fc.string(), fc.constant("\u2014 a AAAA"), fc.constant("")), { maxLength: 8 });
  fc.assert(
    fc.property(lines, (parts) => {
      const note = parts.join("\n");
      assert.deepEqual([isSignedBy(note, PEM), isNoteBy(note, [PEM])], [false, false]);
    }),
    { numRuns: RUNS },
  );
});
