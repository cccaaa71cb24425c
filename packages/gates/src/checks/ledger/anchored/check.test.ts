import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, KIND } from "@holdpoint/core";
import { ledger } from "../../../scenes/ledger.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("ledger", check);

test("how far it is anchored is said in any case", () => {
  assert.equal(judgeScene(check, check.sound()).reason, "anchored up to 40 of 40 records");
  const short = judgeScene(check, { bodies: { [KIND.ledger]: [ledger({ anchoredUpTo: 0 })] } });
  assert.equal(short.reason, "holdpoint/scene is anchored up to 0 of 40 records");
  assert.equal(short.observed, 0);
});

test("a cut tail names the size that it had", () => {
  const cut = judgeScene(check, { bodies: { [KIND.ledger]: [ledger({ size: 7, anchoredUpTo: 40 })] } });
  assert.equal(cut.flip, "would pass with all 40 records");
});
