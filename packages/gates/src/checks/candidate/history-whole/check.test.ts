import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { repositoryScene } from "../../../scenes/repository.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("candidate", check);

test("a shallow clone passes only where the profile allows it", () => {
  assert.equal(
    judgeScene(check, { ...repositoryScene({ shallow: true }), params: { shallow: "allow" } }).outcome,
    "pass",
  );
  assert.equal(
    judgeScene(check, { ...repositoryScene({ shallow: true }), params: { shallow: "maybe" } }).outcome,
    "error",
  );
});

test("allowing shallow clones does not allow damage", () => {
  const scene = repositoryScene({ shallow: true, damage: ["missing tree 1", "missing blob 2"] });
  const result = judgeScene(check, { ...scene, params: { shallow: "allow" } });
  assert.equal(result.code, "history-damaged");
  assert.equal(result.observed, 2);
  assert.equal(result.locations[1]?.text, "missing blob 2");
});
