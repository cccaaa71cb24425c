import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { expositionScene, problemOf } from "../../../scenes/exposition.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("metrics-exposition", check);

test("what is excepted by name is let through, and only that", () => {
  const problems = [problemOf("type-changed", { family: "a" }), problemOf("type-changed", { family: "b" })];
  const judged = (...except: readonly string[]): ReturnType<typeof judgeScene> =>
    judgeScene(check, { ...expositionScene({ problems }), params: { except: [...except] } });
  assert.equal(judged("a", "b").outcome, "pass");
  assert.deepEqual([judged("a").code, judged("a").observed], ["type-changed", 1]);
  assert.equal(judged("a", "b", "c").code, "entry-unused");
});

test("a problem of no family cannot be excepted", () => {
  const problems = [problemOf("type-changed", { family: null })];
  const result = judgeScene(check, { ...expositionScene({ problems }), params: { except: ["null", ""] } });
  assert.equal(result.outcome, "fail");
});

test("a changed type fails, a series that went away warns, and the worse of the two decides", () => {
  const gone = problemOf("series-vanished", { severity: "finding", line: null });
  const judged = (...problems: readonly ReturnType<typeof problemOf>[]): string => {
    const { outcome, code } = judgeScene(check, expositionScene({ problems }));
    return `${outcome} ${code}`;
  };
  assert.equal(judged(gone), "warn vanished");
  assert.equal(judged(gone, problemOf("type-changed")), "fail type-changed");
});
