import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { harmProvocation, taxonomyScene } from "../../../scenes/error-taxonomy.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("error-taxonomy", check);

test("the worst is told first, with where it stood", () => {
  const leaks = [
    { kind: "stack", where: "body" },
    { kind: "token", where: "location" },
  ] as const;
  const result = judgeScene(check, harmProvocation("http-0", { leaks })(taxonomyScene()));
  assert.equal(result.code, "token-leaked");
  assert.equal(
    result.reason,
    "1 error contained a token: http-0 (location); 1 error contained a stack trace: http-0 (body)",
  );
});
