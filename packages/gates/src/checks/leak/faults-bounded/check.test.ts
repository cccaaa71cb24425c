import assert from "node:assert/strict";
import { test } from "node:test";
import type { ResourcesBody } from "@holdpoint/core";
import { judgeScene } from "@holdpoint/core";
import { resourcesScene } from "../../../scenes/resources.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("leak", check);

const judged = (...spans: readonly (readonly [number, number])[]): ReturnType<typeof judgeScene> => {
  const faulted: ResourcesBody["faulted"] = spans.map(([fromMs, toMs]) => ({ fromMs, toMs, why: "cut off" }));
  return judgeScene(check, resourcesScene({ faulted }));
};

test("a quarter may be disturbed, and no more", () => {
  // The steady part is 540 s: a quarter of it is 135 s.
  assert.equal(judged([100_000, 235_000]).outcome, "pass");
  const { code, reason } = judged([100_000, 236_000]);
  assert.deepEqual(
    [code, reason],
    ["too-much-faulted", "25.2 % of the steady part of gateway was disturbed, 25 % may"],
  );
});

test("what two faults share counts once", () => {
  assert.equal(judged([100_000, 200_000], [120_000, 220_000], [110_000, 150_000]).outcome, "pass");
  assert.equal(judged([100_000, 200_000], [220_000, 270_000]).code, "too-much-faulted");
});

test("warm-up may be as bad as it likes", () => {
  assert.equal(judged([0, 10_000], [10_000, 20_000], [20_000, 30_000], [30_000, 60_000]).outcome, "pass");
});

test("a fault that has not ended lasts until the end", () => {
  assert.equal(judged([400_000, 900_000]).code, "too-much-faulted");
});
