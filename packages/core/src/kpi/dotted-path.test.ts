import assert from "node:assert/strict";
import { test } from "node:test";
import { atPath, numberAtPath } from "./dotted-path.ts";

const summary = { fills: { maker_volume: 12.5, maker_count: 0 }, windows: [{ p95: 7 }], text: "5", gap: null };

test("members, items and nothing", () => {
  assert.equal(numberAtPath(summary, "fills.maker_volume"), 12.5);
  assert.equal(numberAtPath(summary, "fills.maker_count"), 0);
  assert.equal(numberAtPath(summary, "windows.0.p95"), 7);
  assert.equal(atPath(summary, "gap"), null);
  for (const absent of ["fills.taker", "windows.1.p95", "windows.length", "fills.maker_volume.x", "", "gap.x"])
    assert.equal(atPath(summary, absent), undefined, absent);
});

test("what is no number is absent, and is never 0", () => {
  for (const path of ["text", "gap", "fills", "windows", "nothing"]) assert.equal(numberAtPath(summary, path), null);
  assert.equal(numberAtPath({ value: Number.NaN }, "value"), null);
  assert.equal(numberAtPath(null, "value"), null);
});

test("nothing comes from a prototype, and no path is without end", () => {
  assert.equal(atPath({}, "constructor.name"), undefined);
  assert.equal(atPath({}, "__proto__"), undefined);
  assert.equal(atPath({ a: 1 }, `a${".a".repeat(40)}`), undefined);
});
