import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { repositoryScene } from "../../../scenes/repository.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("candidate", check);

test("a version without a tag is free", () => {
  const result = judgeScene(check, repositoryScene({ versionTags: [] }));
  assert.equal(result.outcome, "pass");
  assert.equal(result.observed, "absent");
});

test("a shallow clone that has the tag knows enough", () => {
  assert.equal(judgeScene(check, repositoryScene({ shallow: true })).outcome, "pass");
  const scene = { ...repositoryScene({ shallow: true, versionTags: [] }), params: { shallow: "allow" } };
  assert.equal(judgeScene(check, scene).outcome, "pass");
});

test("without a version there is no tag to look for", () => {
  const result = judgeScene(check, repositoryScene({ versions: [{ file: "go.mod", version: null }] }));
  assert.equal(result.outcome, "not-applicable");
});
