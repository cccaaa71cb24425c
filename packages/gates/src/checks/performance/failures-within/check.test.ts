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

test("the share is met exactly", () => {
  assert.equal(judged({ completed: 9900, failed: 100 }).outcome, "pass");
  assert.equal(judged({ completed: 9899, failed: 101 }).code, "too-many-failed");
  assert.equal(judged({ completed: 9999, failed: 1 }, { maxFailedPercent: 0 }).code, "too-many-failed");
  assert.equal(judged({ completed: 9899, failed: 101 }, { maxFailedPercent: 1.01 }).outcome, "pass");
});

test("the kinds of failure are told, the most frequent first", () => {
  const failures = [
    { kind: "reset", count: 1 },
    { kind: "timeout", count: 299 },
  ];
  const result = judged({ completed: 9700, failed: 300, failures });
  assert.equal(result.reason, "load load: 300 of 10000 requests failed, 100 may (1%): timeout 299, reset 1");
});
