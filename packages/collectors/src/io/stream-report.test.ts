import assert from "node:assert/strict";
import { test } from "node:test";
import { sha256Hex } from "@holdpoint/core";
import { scratch } from "@holdpoint/testkit";
import { readReport } from "./read-report.ts";
import { streamReport } from "./stream-report.ts";

const { signal } = new AbortController();

test("a report comes in pieces, in order, with the digest of the whole", async (context) => {
  const text = Array.from({ length: 400_000 }, (_, index) => `${index}\n`).join("");
  const root = scratch(context, { "a.txt": text });
  const pieces: string[] = [];
  const seen = await streamReport(root, "a.txt", () => (piece) => pieces.push(Buffer.from(piece).toString()), signal);
  assert.ok(pieces.length > 2, `${pieces.length} pieces`);
  assert.equal(pieces.join(""), text);
  assert.equal(seen.sha256, sha256Hex(text));
  const { bytes, ...whole } = await readReport(root, "a.txt");
  assert.deepEqual(whole, seen);
  assert.equal(bytes.length, text.length);
});

test("what taking throws is thrown, and an order to stop is obeyed between pieces", async (context) => {
  const root = scratch(context, { "a.txt": "x".repeat(5_000_000), "b.txt": "" });
  let taken = 0;
  const fail = (): never => {
    taken += 1;
    throw new RangeError("enough");
  };
  await assert.rejects(
    streamReport(root, "a.txt", () => fail, signal),
    { message: "enough" },
  );
  assert.equal(taken, 1);
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  await assert.rejects(
    streamReport(root, "a.txt", () => stop, controller.signal),
    { name: "AbortError" },
  );
  await assert.rejects(
    streamReport(root, "b.txt", () => fail, signal),
    { code: "HP-READ-EMPTY" },
  );
  await assert.rejects(
    streamReport(root, "c.txt", () => fail, signal),
    { code: "HP-READ-ABSENT" },
  );
});
