import assert from "node:assert/strict";
import { test } from "node:test";
import { XmlNames } from "./names.ts";

test("every name is its own, however often it stands and whatever its hash", () => {
  // With this hash "Aa" and "BB" of equal length collide.
  const words = ["Aa", "BB", "AaAa", "BBBB", "AaBB", "testcase", "é", "日本", "Aa", "BB", "testcase"];
  const document = { bytes: Buffer.from(words.join(" ")), file: "a.xml" };
  const names = new XmlNames(document);
  let start = 0;
  for (let round = 0; round < 2; round += 1) {
    start = 0;
    for (const word of words) {
      const end = start + Buffer.byteLength(word);
      assert.equal(names.at(start, end), word);
      start = end + 1;
    }
  }
});

test("bytes from 0x80 on are looked at as characters", () => {
  const bytes = Buffer.from("a×b");
  assert.throws(() => new XmlNames({ bytes, file: "a.xml" }).at(0, bytes.length), {
    code: "HP-READ-SYNTAX",
    place: { file: "a.xml", line: 1, column: 1 },
  });
});

test("more names than are kept are still right", () => {
  const words = Array.from({ length: 5_000 }, (_, index) => `n${index}`);
  const names = new XmlNames({ bytes: Buffer.from(words.join(" ")), file: "a.xml" });
  let start = 0;
  for (const word of words) {
    assert.equal(names.at(start, start + word.length), word);
    start += word.length + 1;
  }
});
