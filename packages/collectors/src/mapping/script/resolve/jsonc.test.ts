import assert from "node:assert/strict";
import { test } from "node:test";
import { readJsonc } from "./jsonc.ts";

test("comments and commas too many are read over, and stay in texts", () => {
  const text = '{ // a\n "a": "// b, }", /* c */ "d": [1, 2, /* e */ ], }\n';
  assert.deepEqual(readJsonc(text, "f"), { a: "// b, }", d: [1, 2] });
});

test("what is wrong is refused with its place", () => {
  assert.throws(() => readJsonc('{ // a\n "a": x }', "f"), {
    code: "HP-READ-SYNTAX",
    place: { file: "f", line: 2, column: 7 },
  });
  assert.throws(() => readJsonc("{", "f"), { code: "HP-READ-TRUNCATED" });
  assert.throws(() => readJsonc('{"a":1,"a":2}', "f"), { code: "HP-READ-DUPLICATE-KEY" });
  assert.throws(() => readJsonc(`"${"x".repeat(300_000)}"`, "f"), { code: "HP-READ-TOO-LARGE" });
});
