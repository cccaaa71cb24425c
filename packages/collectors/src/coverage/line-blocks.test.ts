import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { isHoldpointError } from "@holdpoint/core";
import { LINE_SIZE_BYTES_MAX, LineBlocks } from "./line-blocks.ts";

/** Every line that was scanned, then the error if there was one; the pieces are written over after each push. */
function scan(pieces: readonly Uint8Array[], isFirst = true): string[] {
  const seen: string[] = [];
  const scanner = {
    line: 0,
    scan(bytes: Buffer, start: number, end: number): void {
      const lines = bytes.toString("utf8", start, end).split("\n");
      if (lines.at(-1) === "") lines.pop();
      for (const line of lines) seen.push(line.slice(0, 20));
      scanner.line += lines.length;
    },
  };
  const blocks = new LineBlocks("a.txt", scanner, isFirst);
  try {
    for (const piece of pieces) {
      const copy = Buffer.from(piece);
      blocks.push(copy);
      copy.fill(0x21);
    }
    seen.push(blocks.finish() ? "whole" : "unended");
  } catch (thrown) {
    assert.ok(isHoldpointError(thrown), String(thrown));
    seen.push(`${thrown.code} ${thrown.place.line}:${thrown.place.column}`);
  }
  return seen;
}

test("lines come whole, wherever the text is cut", () => {
  const text = Buffer.from("\ufeffone\n\nzwölf 😀\nfour");
  const expected = ["one", "", "zwölf 😀", "four", "unended"];
  assert.deepEqual(scan([text]), expected);
  for (let cut = 0; cut <= text.length; cut += 1) {
    assert.deepEqual(scan([text.subarray(0, cut), text.subarray(cut)]).slice(0), expected, `${cut}`);
  }
  assert.deepEqual(scan([...text].map((byte) => Uint8Array.of(byte))).slice(1), expected.slice(1));
  assert.deepEqual(scan([Buffer.from("a\n")]), ["a", "whole"]);
  assert.deepEqual(scan([]), ["whole"]);
  assert.deepEqual(scan([Buffer.from("\ufeffa\n")], false), ["\ufeffa", "whole"]);
});

test("what is no text is told with its place, after the lines before it", () => {
  assert.deepEqual(scan([Buffer.from("a\nb\0\nc\n")]), ["a", "HP-READ-ENCODING 2:2"]);
  assert.deepEqual(scan([Buffer.from("a\n"), Buffer.from([0x62, 0xff, 0x0a])]), ["a", "HP-READ-ENCODING 2:2"]);
  assert.deepEqual(scan([Buffer.from([0x61, 0x0a, 0xc3])]), ["a", "HP-READ-ENCODING 2:1"]);
});

test("a line is bounded, also one that is still to end", () => {
  const long = Buffer.alloc(LINE_SIZE_BYTES_MAX, 0x61);
  assert.equal(scan([Buffer.from("a\n"), long, Buffer.from("\n")]).length, 3);
  assert.deepEqual(scan([Buffer.from("a\n"), long, Buffer.from("bcd")]), ["a", "HP-READ-TOO-LARGE 2:1"]);
  const bad = Buffer.concat([Buffer.from("a\n"), long, Buffer.from("bcd\xff\n", "latin1")]);
  assert.deepEqual(scan([bad]), ["a", "HP-READ-TOO-LARGE 2:1"]);
});

test("no cut changes what is scanned or said", () => {
  const bytes = fc.array(fc.constantFrom(0x61, 0x0a, 0x0d, 0xc3, 0xa9, 0xf0, 0x9f, 0, 0x62), { maxLength: 40 });
  fc.assert(
    fc.property(bytes, fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), (values, sizes) => {
      const text = Uint8Array.from(values);
      const pieces: Uint8Array[] = [];
      for (let at = 0; at < text.length;) {
        const size = sizes[pieces.length % sizes.length] ?? 1;
        pieces.push(text.subarray(at, at + size));
        at += size;
      }
      assert.deepEqual(scan(pieces), scan([text]));
    }),
    { numRuns: 2_000 },
  );
});
