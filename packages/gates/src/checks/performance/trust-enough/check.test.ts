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

test("a profile may let another tool decide, and the answer says which", () => {
  const wrk: Partial<LoadBody> = {
    trust: "closed-service-only",
    tool: { name: "wrk", version: null },
  };
  const accept = ["open-both-clocks", "closed-service-only"];
  const result = judged(wrk, { accept });
  assert.equal(result.outcome, "pass");
  assert.equal(result.reason, "load load by wrk is closed-service-only");
  assert.match(judged(wrk).reason, /wrk waits for an answer before it sends again/);
  assert.equal(judged({}, { accept: [] }).code, "not-trusted");
  assert.equal(judged({}, { accept: "all" }).code, "check-threw");
});
