import assert from "node:assert/strict";
import { test } from "node:test";
import type { LedgerBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { ledger } from "../../../scenes/ledger.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("ledger", check);

function judged(changes: Partial<LedgerBody>): ReturnType<typeof judgeScene> {
  return judgeScene(check, { bodies: { [KIND.ledger]: [ledger(changes)] }, baselineFacts: {} });
}

test("the promotion may be the last record, and not beyond it", () => {
  assert.equal(judged({ size: 22, lastPromotion: { index: 21, size: 22, contiguous: true } }).outcome, "pass");
  assert.equal(judged({ size: 21, lastPromotion: { index: 21, size: 21, contiguous: true } }).code, "beyond-the-end");
  assert.equal(judged({ size: 22, lastPromotion: { index: 21, size: 23, contiguous: true } }).code, "beyond-the-end");
});

test("a fresh log may know the promotion from the record that came with the code", () => {
  const verdict = `sha256:${"4".repeat(64)}`;
  const imported = (promotions: string[]): string =>
    judged({ lastPromotion: null, governance: { files: 1, promotions, problems: [] } }).code;
  assert.equal(imported([verdict]), "pass");
  assert.equal(imported(["sha256:of another one"]), "promotion-not-in-log");
});

test("how many records came since is said", () => {
  assert.equal(judged({}).reason, "18 records since the last promotion, without a gap");
});

test("without an earlier promotion it is missing, unless the profile allows a first release", () => {
  assert.equal(judgeScene(check, { bodies: { [KIND.ledger]: [ledger()] } }).code, "baseline-missing");
});
