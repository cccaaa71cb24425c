import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { taxonomyScene } from "../../../scenes/error-taxonomy.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("error-taxonomy", check);

test("new codes are welcome and counted", () => {
  const baselineFacts = { "error-taxonomy": { statuses: [["HP-GATEWAY-BODY", 400]] } };
  assert.equal(judgeScene(check, { ...taxonomyScene(), baselineFacts }).reason, "1 code kept, 5 new");
});

test("a promotion that this check did not judge has nothing to inherit", () => {
  assert.equal(judgeScene(check, { ...taxonomyScene(), baselineFacts: {} }).outcome, "not-applicable");
});
