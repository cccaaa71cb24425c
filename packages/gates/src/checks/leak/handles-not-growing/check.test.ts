import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { resourceSeries, resourcesScene, withSeries } from "../../../scenes/resources.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("leak", check);

test("a timer that nobody ends, once every five seconds", () => {
  const series = [resourceSeries("handles", 20, 0.2)];
  const { outcome, code, observed } = judgeScene(check, resourcesScene({ series }));
  assert.deepEqual([outcome, code], ["fail", "leak"]);
  assert.ok(typeof observed === "number" && observed > 16_000 && observed < 18_500, `${observed}`);
});

test("a program that does not tell its handles is not asked", () => {
  assert.equal(
    judgeScene(
      check,
      withSeries(resourcesScene(), "handles", () => null),
    ).code,
    "not-told",
  );
});
