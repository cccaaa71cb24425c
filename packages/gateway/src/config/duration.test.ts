import assert from "node:assert/strict";
import { test } from "node:test";
import { DURATION_MAX_MS, durationMs } from "./duration.ts";
import { SETTING_SPECS } from "../settings/setting-specs.ts";

test("a number and a unit", () => {
  const read = ["1ms", "90s", "10m", "24h", "7d", "999999s"].map(durationMs);
  assert.deepEqual(read, [1, 90_000, 600_000, 86_400_000, 604_800_000, 999_999_000]);
});

test("nothing else", () => {
  const none = ["", "1", "s", "0s", "-1s", "1.5s", " 1s", "1s ", "1S", "1000000s", "1e3s", "١s"];
  assert.deepEqual(
    none.filter((text) => durationMs(text) !== null),
    [],
  );
});

test("no operation is given more time than the setting may have", () => {
  assert.equal(DURATION_MAX_MS, SETTING_SPECS["executor.timeout_ms"].max);
});
