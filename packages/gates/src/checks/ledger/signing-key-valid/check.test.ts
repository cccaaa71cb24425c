import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, KIND } from "@holdpoint/core";
import { ledger, ledgerKey } from "../../../scenes/ledger.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("ledger", check);

test("a revoked key of the past does no harm", () => {
  const result = judgeScene(check, check.sound());
  assert.equal(result.reason, "signed with SHA256:AbCdEf0123456789");
});

test("a ledger without keys has no current one", () => {
  assert.equal(judgeScene(check, { bodies: { [KIND.ledger]: [ledger({ keys: [] })] } }).code, "no-current-key");
});

test("both are named when two are current", () => {
  const keys = [ledgerKey({ fingerprint: "SHA256:a" }), ledgerKey({ fingerprint: "SHA256:b" })];
  const result = judgeScene(check, { bodies: { [KIND.ledger]: [ledger({ keys })] } });
  assert.equal(result.reason, "several keys are current: SHA256:a, SHA256:b");
});
