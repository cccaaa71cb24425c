import { HoldpointError } from "@holdpoint/core";
import type { Action } from "../contract/action.ts";
import type { ActionState } from "../contract/state.ts";
import { TRANSITIONS } from "../contract/state.ts";

/** Refuses what the closed table does not have. */
export function assertMay(action: Action, to: ActionState): void {
  if (TRANSITIONS[action.state].includes(to)) return;
  const text = `the action is ${action.state}, and from there it cannot become ${to}`;
  throw new HoldpointError("HP-GATEWAY-STATE-CONFLICT", text);
}

/** The action in its next state. Throws `HP-GATEWAY-STATE-CONFLICT` for a way that is not in the table. */
export function move(action: Action, to: ActionState, nowMs: number, changes: Partial<Action> = {}): Action {
  assertMay(action, to);
  // A clock that steps back must not make an action older than it was.
  const updatedAtMs = Math.max(nowMs, action.updatedAtMs);
  return { ...action, ...changes, state: to, updatedAtMs, revision: action.revision + 1 };
}
