import type { ActionEvent } from "../contract/engine.ts";
import type { Role } from "../contract/principal.ts";
import type { ActionState } from "../contract/state.ts";
import { receivedAction } from "../testing-actions.ts";
import type { Opening } from "./handshake.ts";

/** A change of an action of that actor. */
export function eventOf(
  seq: number,
  state: ActionState,
  actor: string = "ada",
  sessionId: string | null = null,
): ActionEvent {
  const submission = {
    adapter: "echo",
    operation: "echo",
    arguments: {},
    sessionId,
    turnId: null,
    risk: null,
    dryRun: false,
    deadlineMs: null,
    idempotencyKey: null,
  };
  const caller = {
    actor,
    roles: new Set<Role>(["requester"]),
    correlationId: `c${seq}`,
    traceparent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
    tracestate: null,
  };
  const action = { ...receivedAction(`act_${seq}`, submission, caller, 0, null), state };
  return { seq, from: null, action };
}

/** What a connection of `actor:role+role` was opened for. */
export function openingAs(who: string, session: string | null = null): Opening {
  const [actor = "", roles = actor] = who.split(":");
  return { principal: { actor, roles: new Set(roles.split("+") as Role[]) }, session, lastId: null };
}
