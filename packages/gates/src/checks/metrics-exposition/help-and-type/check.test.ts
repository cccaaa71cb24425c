import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { expositionScene, problemOf } from "../../../scenes/exposition.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("metrics-exposition", check);

test("what is excepted by name is let through, and only that", () => {
  const problems = [problemOf("missing-help", { family: "a" }), problemOf("missing-help", { family: "b" })];
  const judged = (...except: readonly string[]): ReturnType<typeof judgeScene> =>
    judgeScene(check, { ...expositionScene({ problems }), params: { except: [...except] } });
  assert.equal(judged("a", "b").outcome, "pass");
  assert.deepEqual([judged("a").code, judged("a").observed], ["no-help", 1]);
  assert.equal(judged("a", "b", "c").code, "entry-unused");
});

test("a problem of no family cannot be excepted", () => {
  const problems = [problemOf("missing-type", { family: null })];
  const result = judgeScene(check, { ...expositionScene({ problems }), params: { except: ["null", ""] } });
  assert.equal(result.outcome, "fail");
});
