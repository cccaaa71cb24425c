import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { repositoryScene } from "../../../scenes/repository.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("candidate", check);

test("it warns and does not hold", () => {
  const result = judgeScene(check, repositoryScene({ trackedIgnored: ["a.log", "b.log"] }));
  assert.equal(result.outcome, "warn");
  assert.equal(result.reason, "2 tracked files ignored: a.log, b.log");
  assert.deepEqual(
    result.locations.map(({ file }) => file),
    ["a.log", "b.log"],
  );
});
