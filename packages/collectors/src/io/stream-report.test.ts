import assert from "node:assert/strict";
import type { FileHandle } from "node:fs/promises";
import { test } from "node:test";
import { sha256Hex } from "@holdpoint/core";
import { scratch } from "@holdpoint/testkit";
import { readReport } from "./read-report.ts";
import { readPieces, streamReport } from "./stream-report.ts";

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

type Read = (at: number, length: number) => Promise<number>;

/** A file whose reads are told by the test; the byte at an offset is the offset's last eight bits. */
function fileOf(read: Read): FileHandle {
  const handle = {
    read: async (into: Buffer, offset: number, length: number, at: number) => {
      assert.equal(offset, 0);
      const bytesRead = await read(at, length);
      for (let index = 0; index < bytesRead; index += 1) into[index] = (at + index) & 0xff;
      return { bytesRead };
    },
  };
  return handle as unknown as FileHandle;
}

const bytesFrom = (start: number, end: number): number[] =>
  Array.from({ length: end - start }, (_, index) => (start + index) & 0xff);

test("reads that come short lose and double nothing, and nothing outside of the range is asked for", async () => {
  const asked: (readonly [number, number])[] = [];
  const handle = fileOf(async (at, length) => {
    asked.push([at, length]);
    return Math.min(length, 7);
  });
  const taken: number[] = [];
  await readPieces(handle, { path: "a", start: 10, end: 45 }, (piece) => taken.push(...piece), signal);
  assert.deepEqual(taken, bytesFrom(10, 45));
  assert.deepEqual(asked, [
    [10, 35],
    [17, 28],
    [24, 21],
    [31, 14],
    [38, 7],
  ]);
});

test("a file that ends before its size is one that changed, however much of it had come", async () => {
  for (const there of [0, 20]) {
    const handle = fileOf(async (at, length) => Math.max(0, Math.min(length, 8, there - at)));
    const taken: number[] = [];
    await assert.rejects(
      readPieces(handle, { path: "a.info", start: 0, end: 30 }, (piece) => taken.push(...piece), signal),
      { code: "HP-READ-FAILED", message: "the file changed while it was read", place: { file: "a.info" } },
    );
    assert.deepEqual(taken, bytesFrom(0, there));
  }
});

test("while a piece is taken the next is read, into other memory", async () => {
  let reads = 0;
  const handle = fileOf(async (_, length) => {
    reads += 1;
    return Math.min(length, 4);
  });
  const seen: string[] = [];
  const take = (piece: Uint8Array): void => {
    seen.push(`${reads} ${[...piece].join(",")}`);
    piece.fill(0xee);
  };
  await readPieces(handle, { path: "a", start: 0, end: 10 }, take, signal);
  assert.deepEqual(seen, ["2 0,1,2,3", "3 4,5,6,7", "3 8,9"]);
});

test("an error of a later read is met, unless taking what came before throws first", async () => {
  const broken = fileOf(async (at) => {
    if (at > 0) throw Object.assign(new Error("EIO"), { code: "EIO", syscall: "read" });
    return 4;
  });
  const range = { path: "a", start: 0, end: 9 };
  let taken = 0;
  const count = (): void => {
    taken += 1;
  };
  await assert.rejects(readPieces(broken, range, count, signal), { code: "EIO" });
  assert.equal(taken, 1);
  const refuse = (): never => {
    throw new RangeError("mine");
  };
  await assert.rejects(readPieces(broken, range, refuse, signal), { message: "mine" });
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
