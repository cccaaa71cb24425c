import assert from "node:assert/strict";
import { test } from "node:test";
import { visible } from "./printable.ts";

test("white space of source stays, what could hide or reorder it is shown", () => {
  assert.equal(visible("\t a  b\u00a0 é"), "\t a  b\u00a0 é");
  assert.equal(visible("a\u202eb\u0000c\u001b[1m\ud800"), "a\\u{202e}b\\u{0}c\\u{1b}[1m\\u{d800}");
});
