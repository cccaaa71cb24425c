import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { repositoryScene } from "../../../scenes/repository.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("candidate", check);

function dirty(...states: string[]): ReturnType<typeof judgeScene> {
  const paths = states.map((state, index) => ({ path: `p${index}`, state }));
  return judgeScene(check, repositoryScene({ dirty: { count: paths.length, paths } }));
}

test("each path is listed with what happened to it", () => {
  const texts = dirty(" M", "??", "A ", " D", "UU", "AA", " T", "R ", "X?").locations.map((one) => one.text);
  assert.deepEqual(texts, [
    "changed",
    "not tracked",
    "added, not committed",
    "deleted",
    "in conflict",
    "in conflict",
    "of another type",
    "renamed",
    'in state "X?"',
  ]);
});

test("the count is exact where the list ends", () => {
  const result = judgeScene(check, repositoryScene({ dirty: { count: 1200, paths: [{ path: "a", state: " M" }] } }));
  assert.equal(result.observed, 1200);
  assert.match(result.reason, /^1200 paths not as in the commit: a$/);
});

test("a tree that is dirty now is told as such, whatever it was before", () => {
  const scene = { ...repositoryScene({ dirty: { count: 1, paths: [] } }), candidate: { dirty: true } };
  assert.equal(judgeScene(check, scene).code, "tree-dirty");
});
