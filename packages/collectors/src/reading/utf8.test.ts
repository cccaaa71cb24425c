import assert from "node:assert/strict";
import { test } from "node:test";
import { assertUtf8Text, withoutByteOrderMark } from "./utf8.ts";

test("the first byte that is not UTF-8 is named by line and column", () => {
  const cases: readonly (readonly [Uint8Array, number, number])[] = [
    [Buffer.from([0x61, 0x0a, 0x62, 0xff]), 2, 2],
    [Buffer.concat([Buffer.from("é".repeat(40_000)), Buffer.from([0xc3])]), 1, 80_001],
    [Buffer.concat([Buffer.from("\n€".repeat(70_000)), Buffer.from([0x80, 0x80, 0x80, 0x80])]), 70_001, 4],
    [Buffer.from("a\n\u0000"), 2, 1],
  ];
  for (const [bytes, line, column] of cases) {
    assert.throws(() => assertUtf8Text(bytes, "f"), { code: "HP-READ-ENCODING", place: { file: "f", line, column } });
  }
});

test("text passes, with at most one mark taken off", () => {
  assertUtf8Text(Buffer.from("aé€😀\n"), "f");
  assert.equal(Buffer.from(withoutByteOrderMark(Buffer.from("\ufeff\ufeffa"))).toString(), "\ufeffa");
  assert.equal(withoutByteOrderMark(Buffer.from("a")).length, 1);
  for (const part of [
    [0xef, 0xbb, 0x41],
    [0xef, 0x41, 0xbf],
    [0x41, 0xbb, 0xbf],
  ]) {
    assert.equal(withoutByteOrderMark(Buffer.from(part)).length, 3);
  }
});
