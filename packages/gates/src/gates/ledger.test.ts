import assert from "node:assert/strict";
import { test } from "node:test";
import type { CheckInput, LedgerBody, PlantScene } from "@holdpoint/core";
import { KIND, SCENE_CANDIDATE, SCENE_NOW_MS, sceneEvidence } from "@holdpoint/core";
import { ledger as log, ledgerKey } from "../scenes/ledger.ts";
import { ending, judgeWhole } from "../testing-gate.ts";
import { ledger } from "./ledger.ts";

function release(changes: Partial<LedgerBody> = {}): PlantScene {
  return { bodies: { [KIND.ledger]: [log(changes)] } };
}

function after(promoted: PlantScene, next: PlantScene): PlantScene {
  const evidence = sceneEvidence(promoted);
  const input: CheckInput = {
    candidate: SCENE_CANDIDATE,
    params: {},
    baseline: null,
    nowMs: SCENE_NOW_MS,
    of: () => evidence as never,
  };
  return { ...next, baselineFacts: { ledger: ledger.facts?.(input) ?? {} } };
}

test("a sound log passes its first release and the one after", () => {
  const first = judgeWhole(ledger, release({ lastPromotion: null }));
  assert.equal(first.verdict, "PASS");
  assert.deepEqual(ending(first, "not-applicable"), ["no-gap-since-promotion", "origin-stable"]);
  const second = judgeWhole(ledger, after(release(), release()));
  assert.equal(ending(second, "pass").length, ledger.checks.length);
});

test("a flipped byte fails the log", () => {
  const result = judgeWhole(ledger, release({ problems: [{ code: "record-changed", where: "record 3" }] }));
  assert.deepEqual(ending(result, "fail"), ["log-verifies"]);
});

test("a log that starts over after a promotion is told in two ways", () => {
  const fresh = release({ origin: "holdpoint/new", size: 4, anchoredUpTo: 4, lastPromotion: null });
  const result = judgeWhole(ledger, after(release(), fresh));
  assert.deepEqual(ending(result, "fail"), ["no-gap-since-promotion"]);
  assert.deepEqual(ending(result, "warn"), ["origin-stable"]);
});

test("a key that others can read fails even beside a private one", () => {
  const keys = [ledgerKey(), ledgerKey({ file: "b.pem", mode: "0644", privateToOwner: false, current: false })];
  assert.deepEqual(ending(judgeWhole(ledger, release({ keys })), "fail"), ["keys-private"]);
});

test("an empty log is missing, not sound", () => {
  assert.equal(judgeWhole(ledger, { bodies: {} }).verdict, "INCONCLUSIVE");
});
