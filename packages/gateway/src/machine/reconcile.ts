import { HoldpointError } from "@holdpoint/core";
import type { Json } from "@holdpoint/core";
import type { Action } from "../contract/action.ts";
import { actionError } from "./action-error.ts";
import { move } from "./move.ts";

export type Found =
  | { readonly succeeded: true; readonly result: Json }
  | { readonly succeeded: false; readonly message: string };

/** An UNKNOWN action whose outcome was found out, by the other side's word or a person's. */
export function reconciled(action: Action, found: Found, by: string, nowMs: number): Action {
  if (action.state !== "UNKNOWN") {
    throw new HoldpointError(
      "HP-GATEWAY-STATE-CONFLICT",
      `the action is ${action.state}: there is nothing to reconcile`,
    );
  }
  if (found.succeeded) return move(action, "SUCCEEDED", nowMs, { result: found.result, error: null, endedBy: by });
  const failureClass = action.error?.failureClass ?? "unknown";
  const error = actionError("HP-ACTION-EXECUTION", failureClass, `reconciled as failed: ${found.message}`);
  return move(action, "DEAD", nowMs, { error, endedBy: by });
}
