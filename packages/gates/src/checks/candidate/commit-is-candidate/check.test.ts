import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { repositoryScene } from "../../../scenes/repository.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("candidate", check);

test("both commits are named in full", () => {
  const result = judgeScene(check, repositoryScene({ commit: "a".repeat(40) }));
  assert.equal(result.observed, "a".repeat(40));
  assert.equal(result.threshold, "1".repeat(40));
  assert.equal(result.flip, `would pass at commit ${"1".repeat(40)}`);
});

test("a moved commit is told before its tree", () => {
  assert.equal(
    judgeScene(check, repositoryScene({ commit: "a".repeat(40), tree: "b".repeat(40) })).code,
    "commit-moved",
  );
});

test("half a commit is another commit", () => {
  assert.equal(judgeScene(check, repositoryScene({ commit: "1".repeat(39) })).outcome, "fail");
});
