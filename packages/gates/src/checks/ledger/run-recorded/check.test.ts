import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, KIND } from "@holdpoint/core";
import { ledger } from "../../../scenes/ledger.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("ledger", check);

test("what has no record is named and counted against all", () => {
  const body = ledger({ recorded: 3, unrecorded: ["sha256:a", "gate tests"] });
  const result = judgeScene(check, { bodies: { [KIND.ledger]: [body] } });
  assert.equal(result.reason, "2 pieces of 5 without a record: sha256:a, gate tests");
  assert.equal(result.flip, "would pass with 5 records");
});

test("everything unrecorded is a failure, not an absence", () => {
  const body = ledger({ recorded: 0, unrecorded: ["sha256:a"] });
  assert.equal(judgeScene(check, { bodies: { [KIND.ledger]: [body] } }).outcome, "fail");
});
