import assert from "node:assert/strict";
import { test } from "node:test";
import { place } from "./place.ts";

test("lines count from 1, anything else is no line", () => {
  assert.deepEqual(place("a.xml", 1, "t"), { file: "a.xml", line: 1, text: "t" });
  for (const line of [0, -1, 1.5, Number.NaN, Infinity, 2 ** 53]) {
    assert.deepEqual(place("a.xml", line, "t"), { file: "a.xml", text: "t" }, String(line));
  }
});
