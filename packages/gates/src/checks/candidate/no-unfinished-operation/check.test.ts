import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { repositoryScene } from "../../../scenes/repository.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("candidate", check);

test("the operation is named", () => {
  for (const operation of ["rebase", "cherry-pick", "revert", "am"]) {
    const result = judgeScene(check, repositoryScene({ operation }));
    assert.equal(result.outcome, "fail");
    assert.equal(result.reason, `a ${operation} was begun and not ended`);
  }
});
