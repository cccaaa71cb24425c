import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { resourceSeries, resourcesScene } from "../../../scenes/resources.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("leak", check);

const growing = (perS: number, params = {}): ReturnType<typeof judgeScene> =>
  judgeScene(check, { ...resourcesScene({ series: [resourceSeries("descriptors", 40, perS)] }), params });

test("two an hour are allowed, one every ten seconds is not", () => {
  assert.equal(growing(0).outcome, "pass");
  const { outcome, reason } = growing(0.1);
  assert.equal(outcome, "fail");
  assert.match(reason, /^open descriptors of gateway: grows by 8\d{3}\.\d per 24 h /u);
  assert.equal(growing(0.1, { limitPer24h: 20_000 }).outcome, "pass");
});

test("the resolution is so many descriptors in the whole run", () => {
  assert.equal(growing(0.012).code, "below-resolution");
  assert.equal(growing(0.012, { resolution: 2 }).code, "leak");
  assert.equal(growing(0.1, { resolution: -1 }).outcome, "error");
});
