import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { harmProvocation, taxonomyScene } from "../../../scenes/error-taxonomy.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("error-taxonomy", check);

test("both statuses are told", () => {
  const result = judgeScene(check, harmProvocation("busy", { status: 200 })(taxonomyScene()));
  assert.equal(
    result.reason,
    "1 answer had another status: busy: 200, not 503; " +
      "1 document named another status than its answer: busy: 503 in 200",
  );
});

test("a code that nobody registered has no status to compare", () => {
  const scene = harmProvocation("busy", { code: "HP-ODD", problem: null, status: 418 })(taxonomyScene());
  assert.equal(judgeScene(check, scene).outcome, "pass");
});
