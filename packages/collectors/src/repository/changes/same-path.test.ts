import assert from "node:assert/strict";
import { test } from "node:test";
import { samePath } from "./same-path.ts";

const read = (text: string): string | null => samePath(Buffer.from(text));

test("one path twice is found, whatever is in it", () => {
  assert.equal(read("a/x b/x"), "x");
  assert.equal(read("a/two words b/two words"), "two words");
  assert.equal(read("a/x b/y b/x b/y"), "x b/y");
  assert.equal(read('"a/t\\t" "b/t\\t"'), "t\t");
});

test("two paths are left to the other headers", () => {
  for (const text of ["a/x b/y", "a/x b/longer", "", "a/x", "a/xxb/x", '"a/x" b/y', '"a/x']) {
    assert.equal(read(text), null, text);
  }
});
