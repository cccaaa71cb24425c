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

test("windows may go on after the end: that is the drain", () => {
  assert.equal(judged({ durationMs: 18_500 }).outcome, "pass");
  assert.equal(judged({ durationMs: 20_001 }).code, "gap");
});

test("another tool need not tell windows, and its totals are held together all the same", () => {
  const other = { trust: "closed-service-only", windows: [] } as const;
  assert.equal(judged(other).outcome, "not-applicable");
  const both = { [KIND.load]: [load(), load({ id: "b", ...other, sent: 1 })] };
  assert.equal(judgeScene(check, { bodies: both }).code, "impossible-counts");
});

test("requests that never came back are sent and not ended", () => {
  assert.equal(judged({ due: 10_050 }).outcome, "pass");
  const failures = [{ kind: "timeout", count: 3 }];
  assert.equal(judged({ failures }).reason, "load load says 3 failures by kind of 0");
  assert.equal(judged({ due: 9999 }).code, "impossible-counts");
});
