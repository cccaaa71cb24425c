import assert from "node:assert/strict";
import { test } from "node:test";
import { ChunkedReader } from "./chunked-reader.ts";
import { HeadReader } from "./head-reader.ts";
import { KeptBody } from "./kept-body.ts";
import { HTTP1_LIMITS } from "./limits.ts";

function readers(): { chunked: ChunkedReader; kept: KeptBody } {
  const kept = new KeptBody(HTTP1_LIMITS);
  kept.start(true);
  const chunked = new ChunkedReader(HTTP1_LIMITS, new HeadReader(HTTP1_LIMITS), kept);
  chunked.start();
  return { chunked, kept };
}

test("stops at its end, wherever in the bytes that is", () => {
  const { chunked, kept } = readers();
  const bytes = Buffer.from("xx3\r\nabc\r\n0\r\n\r\nbehind");
  assert.equal(chunked.read(bytes, 2, bytes.length), bytes.length - "behind".length);
  assert.deepEqual([chunked.done, chunked.fault, kept.whole?.toString()], [true, null, "abc"]);
});

test("body after body, each from the start", () => {
  const { chunked, kept } = readers();
  for (const body of ["a", "bc", ""]) {
    kept.start(true);
    chunked.start();
    const size = body === "" ? "" : `${body.length}\r\n${body}\r\n`;
    const bytes = Buffer.from(`${size}0\r\n\r\n`);
    chunked.read(bytes, 0, bytes.length);
    assert.deepEqual([chunked.done, kept.whole?.toString()], [true, body]);
  }
});

test("a chunk larger than the bytes that are there is waited for", () => {
  const { chunked, kept } = readers();
  for (const [piece, bytes] of [
    ["ffff\r\n", 0],
    ["abc", 3],
    ["d", 4],
  ] as const) {
    chunked.read(Buffer.from(piece), 0, piece.length);
    assert.deepEqual([chunked.done, chunked.fault, kept.bytes], [false, null, bytes]);
  }
});

test("sizes are hexadecimal", () => {
  for (const size of [1, 9, 10, 16, 26, 255, 4096, 70_000]) {
    for (const digits of [size.toString(16), size.toString(16).toUpperCase(), `00${size.toString(16)}`]) {
      const { chunked, kept } = readers();
      const bytes = Buffer.from(`${digits}\r\n${"x".repeat(size)}\r\n0\r\n\r\n`);
      chunked.read(bytes, 0, bytes.length);
      assert.deepEqual([chunked.done, kept.bytes], [true, size], digits);
    }
  }
});

test("kept bytes are copies", () => {
  const { chunked, kept } = readers();
  const bytes = Buffer.from("3\r\nabc\r\n0\r\n\r\n");
  chunked.read(bytes, 0, bytes.length);
  bytes.fill("!");
  assert.equal(kept.whole?.toString(), "abc");
});
