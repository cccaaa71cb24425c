import assert from "node:assert/strict";
import { test } from "node:test";
import type { CheckInput } from "@holdpoint/core";
import { KIND, SCENE_CANDIDATE, SCENE_NOW_MS, sceneEvidence } from "@holdpoint/core";
import { ledger } from "../scenes/ledger.ts";
import { ledgerFacts, ledgers, originAtPromotion } from "./ledgers.ts";

function input(bodies: readonly unknown[]): CheckInput {
  const evidence = sceneEvidence({ bodies: { [KIND.ledger]: bodies } });
  return { candidate: SCENE_CANDIDATE, params: {}, baseline: null, nowMs: SCENE_NOW_MS, of: () => evidence as never };
}

test("facts name the log and its head", () => {
  const { origin, size, root } = ledger();
  assert.deepEqual(ledgerFacts(input([ledger()])), { origin, size, root });
  assert.equal(ledgers(input([ledger()])).length, 1);
});

test("without evidence there are no facts, and without a baseline no origin", () => {
  assert.deepEqual(ledgerFacts(input([])), {});
  assert.equal(originAtPromotion(input([ledger()])), null);
});
