import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject, LoadBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { load } from "../../../scenes/load.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("performance", check);

function judged(changes: Partial<LoadBody> = {}, params: JsonObject = {}): ReturnType<typeof judgeScene> {
  return judgeScene(check, { bodies: { [KIND.load]: [load(changes)] }, params });
}

test("one is too many unless the profile says so; its share is met exactly", () => {
  assert.equal(judged({ dropped: 1 }).code, "dropped");
  assert.equal(judged({ dropped: 10 }, { maxDroppedPercent: 0.1 }).outcome, "pass");
  assert.equal(
    judged({ dropped: 11 }, { maxDroppedPercent: 0.1 }).reason,
    "load load: 11 of 10000 arrivals dropped, 10 may be (0.1%)",
  );
});

test("a tool that drops nothing need not say how many fell due", () => {
  assert.equal(judged({ due: null }).outcome, "pass");
});
