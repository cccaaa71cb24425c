import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, KIND } from "@holdpoint/core";
import { coverageExceptions, exception } from "../../../scenes/coverage-exceptions.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("exceptions", check);

test("what is new or was resolved since is fine", () => {
  const resolved = { at: "2026-01-01T00:00:00Z", by: "Ada", why: "reached", final: null } as const;
  const exceptions = [exception({ resolved }), exception({ id: "cov-2" })];
  const result = judgeScene(check, {
    bodies: { [KIND.coverageExceptions]: [coverageExceptions({ exceptions })] },
    baselineFacts: { exceptions: { open: ["cov-1"], resolved: [] } },
  });
  assert.equal(result.outcome, "pass");
});

test("facts of another form are none", () => {
  for (const facts of [null, [], { open: [1], resolved: [] }, { open: ["a"] }]) {
    const result = judgeScene(check, {
      bodies: { [KIND.coverageExceptions]: [coverageExceptions()] },
      baselineFacts: { exceptions: facts },
    });
    assert.equal(result.code, "new-check", JSON.stringify(facts));
  }
});
