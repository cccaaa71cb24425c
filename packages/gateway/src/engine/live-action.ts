import type { Action } from "../contract/action.ts";
import type { PermitProof, Ticket } from "../contract/adapter.ts";

/** An action that has not ended, as the engine drives it. */
export interface LiveAction {
  /** As it is durable; null until its first commit. */
  action: Action | null;
  /** Being committed; null when nothing is. */
  next: Action | null;
  /** Proof of the ALLOW that it may run under. */
  proof: PermitProof | null;
  /** As the text of that ALLOW says it. */
  proofExpiresAtMs: number | null;
  /** Held from before the intent is committed until the attempt ended. */
  ticket: Ticket | null;
  /** Fires when it expires, may run again, or is past its deadline. */
  timer: unknown;
  /** Wait before the last retry, for the next one's jitter. */
  delayMs: number | null;
  /** True while it stands in a queue for a free slot. */
  queued: boolean;
  readonly waiters: Set<(action: Action) => void>;
}

export function liveAction(action: Action | null): LiveAction {
  return {
    action,
    next: null,
    proof: null,
    proofExpiresAtMs: null,
    ticket: null,
    timer: null,
    delayMs: null,
    queued: false,
    waiters: new Set(),
  };
}
