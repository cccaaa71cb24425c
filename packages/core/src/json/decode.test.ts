import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { isHoldpointError } from "../errors/holdpoint-error.ts";
import { decodeUtf8 } from "./decode.ts";

const decode = (...bytes: number[]): string => decodeUtf8(Uint8Array.from(bytes), "f");

/** Byte sequences that are not well-formed (Unicode, table 3-7), with the offset of the first wrong one. */
const ILL_FORMED: readonly (readonly [string, readonly number[], number])[] = [
  ["a continuation without a lead", [0x61, 0x80], 1],
  ["an overlong slash", [0xc0, 0xaf], 0],
  ["an overlong of three bytes", [0xe0, 0x80, 0x80], 0],
  ["an overlong of four bytes", [0xf0, 0x80, 0x80, 0x80], 0],
  ["a surrogate", [0x61, 0xed, 0xa0, 0x80], 1],
  ["beyond U+10FFFF", [0xf4, 0x90, 0x80, 0x80], 0],
  ["a lead that cannot be", [0xf5, 0x80, 0x80, 0x80], 0],
  ["a sequence cut by a letter", [0xe2, 0x82, 0x61], 0],
  ["a sequence cut by the end", [0x61, 0x62, 0xf0, 0x9f, 0x98], 2],
];

test("text of every length of sequence is decoded", () => {
  assert.equal(decode(0x61, 0xc3, 0xb6, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x98, 0x80), "aö€😀");
  assert.equal(decode(), "");
});

test("exactly one byte order mark is left out", () => {
  assert.equal(decode(0xef, 0xbb, 0xbf, 0x61), "a");
  assert.equal(decode(0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf, 0x61), "\uFEFFa");
});

test("what is ill-formed is refused at its first byte", () => {
  for (const [what, bytes, offset] of ILL_FORMED) {
    const expected = { code: "HP-READ-ENCODING", place: { file: "f", line: 1, column: offset + 1 } };
    assert.throws(() => decode(...bytes), expected, what);
    assert.throws(() => decode(0x0a, 0x0a, ...bytes), { ...expected, place: { ...expected.place, line: 3 } }, what);
  }
});

test("the wrong byte is named, and UTF-16 is recognised", () => {
  assert.throws(() => decode(0x61, 0xff), { message: "byte 0xff at offset 1 is not UTF-8" });
  assert.throws(() => decode(0xff, 0xfe, 0x61, 0x00), { message: /UTF-16/ });
});

test("whatever was encoded is decoded, and random bytes are decoded or refused with a position", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      assert.equal(decodeUtf8(new TextEncoder().encode(text), "f"), text.replace(/^\uFEFF/, ""));
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      try {
        assert.deepEqual(Buffer.from(decodeUtf8(bytes, "f")), Buffer.from(bytes.subarray(bomLength(bytes))));
      } catch (thrown) {
        assert.ok(isHoldpointError(thrown), String(thrown));
        assert.equal(thrown.code, "HP-READ-ENCODING");
        assert.ok((thrown.place.line ?? 0) >= 1 && (thrown.place.column ?? 0) >= 1);
      }
    }),
  );
});

function bomLength(bytes: Uint8Array): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}
