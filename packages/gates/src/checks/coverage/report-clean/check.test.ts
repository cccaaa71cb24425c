import assert from "node:assert/strict";
import { test } from "node:test";
import type { CoverageRemark, CoverageRemarkCode, JsonObject } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { coverage } from "../../../scenes/coverage.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("coverage", check);

function judged(codes: readonly CoverageRemarkCode[], params: JsonObject = {}): ReturnType<typeof judgeScene> {
  const remarks = codes.map((code, index): CoverageRemark => ({
    code,
    file: "r.info",
    line: index + 1,
    column: null,
    text: "odd",
  }));
  return judgeScene(check, { bodies: { [KIND.coverage]: [coverage({ remarks })] }, params });
}

test("what holds and what is let by is the profile's choice", () => {
  assert.equal(judged(["duplicate-file"]).outcome, "warn");
  assert.equal(judged(["duplicate-file"], { fail: ["duplicate-file"] }).outcome, "fail");
  assert.equal(judged(["duplicate-file"], { allow: ["duplicate-file"] }).outcome, "pass");
  assert.equal(judged(["rate-differs"], { fail: [] }).outcome, "warn");
  assert.equal(judged(["nothing-measured"]).outcome, "pass");
  assert.equal(judged(["nothing-measured"], { allow: [] }).outcome, "warn");
});

test("the worse is told first, each with its place", () => {
  const result = judged(["hits-saturated", "rate-differs"]);
  assert.equal(
    result.reason,
    "1 remark (rate-differs), first r.info:2: odd; 1 remark (hits-saturated), first r.info:1: odd",
  );
  assert.deepEqual(result.locations[0], { file: "r.info", line: 2, text: "rate-differs: odd" });
});
