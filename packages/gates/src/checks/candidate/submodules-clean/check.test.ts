import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { repositoryScene } from "../../../scenes/repository.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("candidate", check);

test("a repository without submodules has nothing to ask", () => {
  const result = judgeScene(check, repositoryScene({ submodules: [] }));
  assert.equal(result.outcome, "not-applicable");
  assert.equal(result.code, "no-submodules");
});

test("all that is wrong is told, the worst first", () => {
  const result = judgeScene(
    check,
    repositoryScene({
      submodules: [
        { path: "a", state: "absent" },
        { path: "b", state: "clean" },
        { path: "c", state: "conflict" },
        { path: "d", state: "absent" },
      ],
    }),
  );
  assert.equal(result.code, "submodule-conflict");
  assert.equal(result.reason, "1 submodule conflict: c; 2 submodules absent: a, d");
});
