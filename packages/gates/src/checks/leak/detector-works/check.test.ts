import assert from "node:assert/strict";
import { test } from "node:test";
import type { LeakSelfTest } from "@holdpoint/core";
import { judgeScene } from "@holdpoint/core";
import { leakSelfTest, resourcesScene } from "../../../scenes/resources.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("leak", check);

const judged = (changes: Partial<LeakSelfTest>): ReturnType<typeof judgeScene> =>
  judgeScene(check, resourcesScene({ selfTest: leakSelfTest(changes) }));

test("half as much or half more is near enough, and not beyond", () => {
  assert.equal(judged({ detectedPerS: 4e6 }).outcome, "pass");
  assert.equal(judged({ detectedPerS: 12e6 }).outcome, "pass");
  assert.equal(judged({ detectedPerS: 3.9e6 }).code, "wrong-size");
  assert.equal(
    judged({ detectedPerS: 12.1e6 }).reason,
    "beside gateway a leak of 8000000 a second was found as 12100000 a second",
  );
});

test("found without a rate is not found, and nothing injected is not tried", () => {
  assert.equal(judged({ detectedPerS: null }).code, "leak-not-found");
  assert.equal(judged({ injectedPerS: 0 }).code, "not-tried");
});

test("blind in both directions says both", () => {
  const { reason } = judged({ soundFound: true, leakFound: false });
  assert.match(reason, /was said to leak; .* was not found/u);
});
