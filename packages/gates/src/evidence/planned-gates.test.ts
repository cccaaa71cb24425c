import assert from "node:assert/strict";
import { test } from "node:test";
import type { CheckInput } from "@holdpoint/core";
import { KIND, SCENE_CANDIDATE, SCENE_NOW_MS, sceneEvidence } from "@holdpoint/core";
import { plan, plannedGate } from "../scenes/plan.ts";
import { judgedBefore, plannedGates, plans } from "./planned-gates.ts";

function input(body: unknown): CheckInput {
  const evidence = sceneEvidence({ bodies: { [KIND.plan]: [body] } });
  return { candidate: SCENE_CANDIDATE, params: {}, baseline: null, nowMs: SCENE_NOW_MS, of: () => evidence as never };
}

const body = plan({ gates: [plannedGate("tests"), plannedGate("typo", { exists: false }), plannedGate("ledger")] });

test("gates that do not exist are not planned gates", () => {
  assert.deepEqual(
    plannedGates(input(body)).map((gate) => gate.id),
    ["tests", "ledger"],
  );
  assert.equal(plans(input(body))[0]?.gates.length, 3);
});

test("self gates have not been judged before", () => {
  assert.deepEqual(
    judgedBefore(input(body)).map((gate) => gate.id),
    ["tests"],
  );
});
