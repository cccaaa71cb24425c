import assert from "node:assert/strict";
import { test } from "node:test";
import { durationMs } from "./duration.ts";

test("every unit", () => {
  assert.equal(durationMs("500ms"), 500);
  assert.equal(durationMs("90s"), 90_000);
  assert.equal(durationMs("10m"), 600_000);
  assert.equal(durationMs("24h"), 86_400_000);
  assert.equal(durationMs("7d"), 604_800_000);
});

test("anything else is no duration", () => {
  for (const text of ["", "0s", "-1s", "1.5h", "10", "m", "10 m", "10min", "1h30m", "1000000s", "١s", "10M", " 1s"]) {
    assert.equal(durationMs(text), null, JSON.stringify(text));
  }
});
