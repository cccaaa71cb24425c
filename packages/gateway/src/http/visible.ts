import { HoldpointError } from "@holdpoint/core";
import type { Action } from "../contract/action.ts";
import type { Engine } from "../contract/engine.ts";
import type { Caller, Principal } from "../contract/principal.ts";

/** Whether somebody sees everybody's actions; a requester alone sees its own. */
export function seesAll({ roles }: Principal): boolean {
  return roles.has("approver") || roles.has("operator") || roles.has("observer");
}

/**
 * The action, where the caller may know of it.
 *
 * @throws HoldpointError `HP-GATEWAY-NOT-FOUND`, the same for one that is not there and one that is somebody else's
 */
export function visibleAction(engine: Engine, id: string, caller: Caller): Action {
  const action = engine.get(id);
  if (action !== null && (action.actor === caller.actor || seesAll(caller))) return action;
  throw notFound("action");
}

export function notFound(what: string): HoldpointError {
  return new HoldpointError("HP-GATEWAY-NOT-FOUND", `there is no such ${what}`);
}
