import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { harmProvocation, taxonomyScene } from "../../../scenes/error-taxonomy.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("error-taxonomy", check);

test("what was done is told with what got no answer", () => {
  const result = judgeScene(check, harmProvocation("stream-2", { answered: false })(taxonomyScene()));
  assert.equal(result.reason, "1 error never came back: stream-2 (does stream-2)");
  assert.equal(judgeScene(check, taxonomyScene()).reason, "an answer to each of 45 errors");
});
