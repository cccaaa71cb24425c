import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { HoldpointError } from "@holdpoint/core";
import { move } from "../machine/move.ts";
import { receivedAction } from "../testing-actions.ts";
import { caller, submission } from "../testing-gateway.ts";
import type { Action } from "./action.ts";
import type { ActionState } from "./state.ts";
import { ACTION_STATES, TERMINAL_STATES, TRANSITIONS } from "./state.ts";

/** DESIGN section 6, written again by hand: each state, and where it may be left for. */
const WAYS: readonly string[] = [
  "RECEIVED → DENIED | AWAITING_APPROVAL | READY | SIMULATED",
  "AWAITING_APPROVAL → READY | DENIED | EXPIRED | CANCELLED",
  "READY → RUNNING | CANCELLED | DEAD | DENIED",
  "RUNNING → SUCCEEDED | READY | DEAD | UNKNOWN",
  "UNKNOWN → SUCCEEDED | DEAD",
];
const ENDS: readonly ActionState[] = ["DENIED", "SUCCEEDED", "DEAD", "EXPIRED", "CANCELLED", "SIMULATED"];
const NOW_MS = 1_000;

const allowed: ReadonlySet<string> = new Set(
  WAYS.flatMap((line) => {
    const [from = "", to = ""] = line.split(" → ");
    return to.split(" | ").map((state) => `${from} → ${state}`);
  }),
);

function actionIn(state: ActionState): Action {
  return { ...receivedAction("act_1", submission("echo"), caller(), NOW_MS, null), state };
}

describe("the table of states", () => {
  test("names eleven states, and the ends are those that no way leads out of", () => {
    assert.equal(ACTION_STATES.length, 11);
    assert.equal(new Set(ACTION_STATES).size, 11);
    assert.deepEqual([...TERMINAL_STATES].toSorted(), ENDS.toSorted());
    for (const state of ENDS) assert.deepEqual(TRANSITIONS[state], []);
  });

  test("every state can be reached from RECEIVED, and from every state an end", () => {
    const reached = new Set<ActionState>(["RECEIVED"]);
    for (const state of reached) for (const next of TRANSITIONS[state]) reached.add(next);
    assert.deepEqual([...reached].toSorted(), ACTION_STATES.toSorted());
    for (const state of ACTION_STATES) {
      const from = new Set<ActionState>([state]);
      for (const one of from) for (const next of TRANSITIONS[one]) from.add(next);
      assert.ok(
        [...from].some((one) => TERMINAL_STATES.has(one)),
        state,
      );
    }
  });

  let looked = 0;
  for (const from of ACTION_STATES) {
    test(`${from} is left for what the design says and for nothing else`, () => {
      for (const to of ACTION_STATES) {
        looked += 1;
        const action = actionIn(from);
        if (allowed.has(`${from} → ${to}`)) {
          const moved = move(action, to, NOW_MS + 1, {});
          assert.deepEqual([moved.state, moved.revision, moved.updatedAtMs], [to, action.revision + 1, NOW_MS + 1]);
          assert.equal(action.state, from, "the earlier one stays as it was");
          continue;
        }
        assert.throws(
          () => move(action, to, NOW_MS + 1, {}),
          (error) => error instanceof HoldpointError && error.code === "HP-GATEWAY-STATE-CONFLICT",
          `${from} → ${to}`,
        );
      }
    });
  }

  test("all pairs were looked at", () => {
    assert.equal(looked, 121);
    assert.equal(allowed.size, 18);
    assert.equal(Object.values(TRANSITIONS).flat().length, 18);
  });
});
