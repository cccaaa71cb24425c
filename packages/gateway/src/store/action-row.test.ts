import assert from "node:assert/strict";
import { test } from "node:test";
import type { Action } from "../contract/action.ts";
import { ACTION_STATES } from "../contract/state.ts";
import { started } from "../machine/attempt.ts";
import { actionIn, NOW_MS } from "../machine/testing-action.ts";
import type { StoredAction } from "./action-row.ts";
import { actionOf, rowOf } from "./action-row.ts";
import type { ActionRow } from "./change.ts";

const FULL: Partial<Action> = {
  turnId: "t1",
  tracestate: "a=b",
  dryRun: true,
  reservations: [{ budget: "b", key: "ann", windowStartMs: 0, amount: 3 }],
  approvalExpiresAtMs: NOW_MS,
  endedBy: "olga",
  notBeforeMs: 5,
  result: { nested: [null, false, 0, ""] },
  error: { code: "HP-ACTION-TIMEOUT", failureClass: "timeout", message: "m", retryable: true },
  replayOf: "act_0",
  generation: 4,
};

/** The columns of a row as the store gives them back. */
function stored(row: ActionRow, places: Partial<StoredAction> = {}): StoredAction {
  return { ...row, receiptSeq: null, receiptSize: null, provisionalSeq: null, ...places };
}

test("what is stored comes back as it was, in every state, with much and with little in it", () => {
  let looked = 0;
  for (const state of ACTION_STATES) {
    for (const action of [actionIn(state), actionIn(state, FULL), started(actionIn("READY"), NOW_MS)]) {
      assert.deepEqual(actionOf(stored(rowOf(action, true, true))), action);
      looked += 1;
    }
  }
  assert.equal(looked, ACTION_STATES.length * 3);
});

test("falsy results are results", () => {
  for (const result of [false, 0, "", [], {}]) {
    const action = actionIn("SUCCEEDED", { result });
    assert.deepEqual(actionOf(stored(rowOf(action, true, true))).result, result);
  }
});

test("a change writes neither arguments nor what never changes again", () => {
  const row = rowOf(actionIn("RUNNING", FULL), false, false);
  assert.deepEqual([row.arguments, row.given, row.decision], ["", "", null]);
  assert.notEqual(rowOf(actionIn("RUNNING"), false, true).decision, null);
});

test("receipts are read from where the commit put them", () => {
  const row = rowOf(actionIn("SUCCEEDED"), true, true);
  const ended = actionOf(stored(row, { receiptSeq: 7, receiptSize: 9, provisionalSeq: 3 }));
  assert.deepEqual([ended.receipt, ended.provisionalReceipt], [{ leafIndex: 7, checkpointSize: 9 }, 3]);
  assert.equal(actionOf(stored(row, { receiptSeq: 7 })).receipt, null);
});
