import assert from "node:assert/strict";
import { test } from "node:test";
import { runId } from "./run-id.ts";

test("run ids sort by time and end in their random bytes", () => {
  const ids = [1, 999, 86_400_000].map((ms) => runId(ms, new Uint8Array([255, 0, 1, 2, 3, 4])));
  assert.deepEqual(ids.toSorted(), ids);
  assert.equal(ids[0], "19700101T000000001Z-ff0001020304");
});

test("a run id is a safe file name", () => {
  assert.match(runId(Date.UTC(2026, 10, 21), new Uint8Array(6)), /^[0-9TZ]+-[0-9a-f]{12}$/);
});
