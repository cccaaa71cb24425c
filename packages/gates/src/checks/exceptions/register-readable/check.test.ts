import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, KIND } from "@holdpoint/core";
import { coverageExceptions } from "../../../scenes/coverage-exceptions.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("exceptions", check);

test("what is wrong is told with its file", () => {
  const problems = [{ file: "governance/exceptions/a.dsse.json", code: "key-revoked", text: "the key x is revoked" }];
  const result = judgeScene(check, { bodies: { [KIND.coverageExceptions]: [coverageExceptions({ problems })] } });
  assert.equal(result.reason, "1 record cannot be trusted: governance/exceptions/a.dsse.json: the key x is revoked");
  assert.deepEqual(result.locations, [
    { file: "governance/exceptions/a.dsse.json", text: "key-revoked: the key x is revoked" },
  ]);
});

test("without exceptions nothing is wrong", () => {
  const result = judgeScene(check, { bodies: { [KIND.coverageExceptions]: [coverageExceptions({ exceptions: [] })] } });
  assert.deepEqual([result.outcome, result.observed], ["pass", 0]);
});
