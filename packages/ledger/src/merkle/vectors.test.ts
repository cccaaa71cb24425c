import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { verifyInclusion } from "./inclusion.ts";

interface Vector {
  readonly leafIdx: bigint;
  readonly treeSize: bigint;
  readonly root: string | null;
  readonly leafHash: string | null;
  readonly proof: readonly string[] | null;
  readonly desc: string;
  readonly wantErr: boolean;
}

const folder = process.env["HOLDPOINT_VECTORS"] ?? "";
const file = join(folder, "rfc6962", "inclusion.json");

/** Sizes and indices go up to 2^64 - 1, so they are taken from the digits of the source. */
function readVectors(text: string): Readonly<Record<string, Vector>> {
  const revive = (key: string, value: unknown, context?: { readonly source?: string }): unknown =>
    (key === "leafIdx" || key === "treeSize") && context?.source !== undefined ? BigInt(context.source) : value;
  return JSON.parse(text, revive) as Readonly<Record<string, Vector>>;
}

/** Verifies as a vector says; false stands for every kind of refusal. */
function accepts({ leafIdx, treeSize, root, leafHash, proof }: Vector): boolean {
  const decode = (text: string | null): Buffer => Buffer.from(text ?? "", "base64");
  return verifyInclusion(
    decode(leafHash),
    { leafIndex: leafIdx, treeSize, hashes: (proof ?? []).map(decode) },
    decode(root),
  );
}

test("digits of 64-bit numbers survive reading", () => {
  const text =
    '{"x":{"leafIdx":18446744073709551615,"treeSize":1,"root":null,"leafHash":null,"proof":null,"desc":"",' +
    '"wantErr":true}}';
  assert.equal(readVectors(text)["x"]?.leafIdx, 18_446_744_073_709_551_615n);
});

// Fetched data is not committed; where a folder with it is named, it counts.
if (folder !== "")
  test("published inclusion vectors", () => {
    const vectors = Object.entries(readVectors(readFileSync(file, "utf8")));
    assert.ok(vectors.length > 50, `only ${vectors.length} vectors`);
    assert.ok(vectors.some(([, one]) => one.wantErr) && vectors.some(([, one]) => !one.wantErr));
    for (const [name, vector] of vectors) assert.equal(accepts(vector), !vector.wantErr, name);
  });
