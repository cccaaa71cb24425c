import assert from "node:assert/strict";
import { test } from "node:test";
import { GatheredBytes } from "./gathered.ts";
import { WholeText } from "./whole-text.ts";

/** What is given over in pieces of some size: the text, then what ended it. */
function given(bytes: Buffer, size: number): string {
  const pieces: Buffer[] = [];
  const text = new WholeText({
    text: (piece) => pieces.push(Buffer.from(piece)),
    noText: (detail) => {
      throw new Error(detail);
    },
  });
  const all = (end: string): string => {
    for (const piece of pieces) assert.ok(!piece.toString().includes("\ufffd"), "a character was cut");
    return `${Buffer.concat(pieces).toString()} ${end}`;
  };
  try {
    for (let at = 0; at < bytes.length; at += size) text.push(bytes.subarray(at, at + size));
    text.finish();
  } catch (thrown) {
    return all((thrown as Error).message.slice(0, 10));
  }
  return all("whole");
}

const after = (text: string, ...bytes: number[]): Buffer => Buffer.concat([Buffer.from(text), Buffer.from(bytes)]);

test("what stands before a fault is given over, wherever the pieces are cut", () => {
  const cases: readonly (readonly [Buffer, string])[] = [
    [Buffer.from(""), " whole"],
    [Buffer.from("aé€😀\ufeffz"), "aé€😀\ufeffz whole"],
    [after("aé", 0xff, 0x61), "aé bytes that"],
    [after("é", 0x80), "é bytes that"],
    [after("a", 0xc3), "a bytes that"],
    [after("a", 0xc3, 0x22), "a bytes that"],
    [after("a", 0xe2, 0x82), "a bytes that"],
    [after("a", 0xe2, 0x22, 0x22, 0x22), "a bytes that"],
    [after("a", 0xf0, 0x9f, 0x98), "a bytes that"],
    [after("a", 0xc0, 0x80), "a bytes that"],
    [after("a", 0xed, 0xa0, 0x80), "a bytes that"],
    [after("a", 0xf5, 0x80, 0x80, 0x80), "a bytes that"],
    [after("aé", 0x00, 0xff), "aé a NUL byte"],
    [after("aé", 0xff, 0x00), "aé bytes that"],
    [after("a", 0xc3, 0x00), "a bytes that"],
  ];
  for (const [bytes, expected] of cases) {
    for (const size of [1, 2, 3, 5, 100]) {
      assert.equal(given(bytes, size), expected, bytes.toString("hex"));
    }
  }
  const far = `${"é".repeat(100_000)}"`;
  for (const size of [65_536, 99_999, 1_000_000])
    assert.equal(given(after(far, 0xc3, 0x28), size), `${far} bytes that`);
});

test("pieces of one value are one, and their memory is used again and bounded", () => {
  const gathered = new GatheredBytes();
  assert.equal(gathered.take().length, 0);
  for (const text of ["a text of some length", "short", "x".repeat(5_000_000)]) {
    let largest = 0;
    for (let at = 0; at < text.length; at += Math.max(4, text.length >> 6)) {
      gathered.add(Buffer.from(text.slice(at, at + Math.max(4, text.length >> 6))));
      largest = Math.max(largest, gathered.sizeBytes);
    }
    assert.equal(gathered.sizeBytes, text.length);
    assert.ok(gathered.take().equals(Buffer.from(text)));
    assert.deepEqual([gathered.sizeBytes, largest], [0, text.length]);
    assert.ok(gathered.memorySizeBytes <= Math.max(42, Math.min(text.length * 2, text.length + 1_048_576)));
  }
});
