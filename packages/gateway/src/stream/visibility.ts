import type { ActionEvent } from "../contract/engine.ts";
import type { Principal, Role } from "../contract/principal.ts";
import type { Opening } from "./handshake.ts";
import type { ChangeType } from "./server-message.ts";

const SEE_ALL: readonly Role[] = ["operator", "observer"];

/** Operators and observers are told of all changes. */
export function seesAll({ roles }: Principal): boolean {
  return SEE_ALL.some((role) => roles.has(role));
}

/**
 * As what a connection is told of a change: a requester of its own actions, an approver of all that wait for one and
 * of how the waiting ended, operators and observers of everything, each in the session that it asked for. Null: not at
 * all.
 */
export function toldAs(event: ActionEvent, opening: Opening): ChangeType | null {
  const { principal, session } = opening;
  const { action } = event;
  if (session !== null && action.sessionId !== session) return null;
  if (action.actor === principal.actor) return "action.state";
  if (principal.roles.has("approver")) {
    if (action.state === "AWAITING_APPROVAL") return "approval.required";
    if (event.from === "AWAITING_APPROVAL") return "action.state";
  }
  return seesAll(principal) ? "action.state" : null;
}

/** Which stored changes are to be looked at for a connection; `toldAs` has the last word on each. */
export function filterFor({ principal, session }: Opening): { session: string | null; actor: string | null } {
  const own = !seesAll(principal) && !principal.roles.has("approver");
  return { session, actor: own ? principal.actor : null };
}
