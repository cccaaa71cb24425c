import assert from "node:assert/strict";
import { test } from "node:test";
import { readProbe } from "./probe-program.ts";

test("a probe's document is taken apart", () => {
  const { probe, rules } = readProbe('{"version":"1","announced":2,"rules":[{"id":"a"}]}', 0);
  assert.deepEqual(probe, { version: "1", announced: 2, exitCode: 0 });
  assert.deepEqual(
    rules.map(({ id }) => id),
    ["a"],
  );
});

test("a program that printed nothing announced nothing", () => {
  for (const text of ["", "boom", "[]", "{}"]) {
    assert.deepEqual(readProbe(text, null), { probe: { version: "", announced: 0, exitCode: null }, rules: [] });
  }
});
