import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject, LoadBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { climb } from "../../../scenes/climb.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("capacity", check);

function judged(changes: Partial<LoadBody> = {}, params: JsonObject = {}): ReturnType<typeof judgeScene> {
  return judgeScene(check, { bodies: { [KIND.load]: [climb(changes)] }, params });
}

test("a profile may let another kind decide", () => {
  const accept = ["open-service-only"];
  assert.equal(judged({ trust: "open-service-only" }, { accept }).outcome, "pass");
  assert.equal(judged({}, { accept }).code, "not-trusted");
  assert.equal(judged({}, { accept: "any" }).code, "check-threw");
});
