import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, KIND } from "@holdpoint/core";
import { ledger, ledgerKey } from "../../../scenes/ledger.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("ledger", check);

test("an old key that others can read is one too many", () => {
  const keys = [ledgerKey(), ledgerKey({ file: "old.pem", mode: "0640", privateToOwner: false, current: false })];
  const result = judgeScene(check, { bodies: { [KIND.ledger]: [ledger({ keys })] } });
  assert.equal(result.observed, "0640");
  assert.deepEqual(result.locations, [{ file: "old.pem", text: "mode 0640" }]);
});

test("the key is named by its fingerprint, never by its content", () => {
  const keys = [ledgerKey({ privateToOwner: false, mode: "0666" })];
  assert.match(judgeScene(check, { bodies: { [KIND.ledger]: [ledger({ keys })] } }).reason, /SHA256:AbCdEf0123456789$/);
});
