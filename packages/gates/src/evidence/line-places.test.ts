import assert from "node:assert/strict";
import { test } from "node:test";
import { linePlaces } from "./line-places.ts";

test("each run of lines is a place at its first line", () => {
  assert.deepEqual(linePlaces("a.ts", Uint32Array.of(3, 4, 5, 9), "uncovered"), [
    { file: "a.ts", line: 3, text: "lines 3-5 uncovered" },
    { file: "a.ts", line: 9, text: "line 9 uncovered" },
  ]);
  assert.deepEqual(linePlaces("a.ts", new Uint32Array(), "uncovered"), []);
});

test("places are bounded", () => {
  assert.equal(
    linePlaces(
      "a.ts",
      Uint32Array.from({ length: 500 }, (_, index) => index * 2 + 1),
      "x",
    ).length,
    100,
  );
});
