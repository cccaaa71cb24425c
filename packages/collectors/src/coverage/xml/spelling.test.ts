import assert from "node:assert/strict";
import { test } from "node:test";
import { Spelling } from "./spelling.ts";

function isAt(spelling: Spelling, text: string, at: number): boolean {
  const bytes = Buffer.from(text);
  return spelling.isAt(new DataView(bytes.buffer, bytes.byteOffset, bytes.length), at);
}

const TEXTS = ["&lt;", "abcde", '" mi="', "abcdefg", "abcdefgh", "</method>", '<counter type="'];

test("a text is found where it stands, and with any of its bytes changed it is not", () => {
  for (const text of TEXTS) {
    const spelling = new Spelling(text);
    assert.equal(spelling.size, text.length);
    assert.ok(isAt(spelling, `x${text}y`, 1), text);
    assert.ok(isAt(spelling, text, 0), text);
    assert.ok(!isAt(spelling, `x${text}y`, 0), text);
    for (let at = 0; at < text.length; at += 1) {
      const changed = `${text.slice(0, at)}~${text.slice(at + 1)}`;
      assert.ok(!isAt(spelling, changed, 0), changed);
      const cut = `${text.slice(0, at)}\0\0\0\0`;
      assert.ok(!isAt(spelling, cut, 0), cut);
    }
  }
});

test("after the first byte that differs nothing but three bytes is looked at", () => {
  for (const text of TEXTS) {
    for (let left = 0; left < text.length; left += 1) {
      assert.ok(!isAt(new Spelling(text), `${text.slice(0, left)}\0\0\0\0`, 0), text);
    }
  }
});

test("only ASCII of four characters or more is a spelling", () => {
  for (const text of ["", "abc", "abcé", "a😀"]) assert.throws(() => new Spelling(text), RangeError, text);
});
