import type { GuardPlan } from "../../soak/plan.ts";
import type { FreezeHold } from "./hold.ts";
import { freezeHold, isHeld } from "./hold.ts";

/** Why a subsystem is frozen, by its name. JSON. */
export type FreezeState = Readonly<Record<string, FreezeHold>>;

/**
 * Freezes what there is a cause for and lets go of the rest, which stays frozen until its minimum is over. A cause for
 * a subsystem that is not freezable is ignored: `edge` goes on, and what its proposals lack is told one by one.
 */
export function lookAtFreeze(
  state: FreezeState,
  causes: ReadonlyMap<string, string>,
  nowMs: number,
  { freezable, never, minMs }: GuardPlan["freeze"],
): FreezeState {
  const next: Record<string, FreezeHold> = {};
  for (const subsystem of freezable) {
    if (never.includes(subsystem)) continue;
    const hold = state[subsystem];
    const reason = causes.get(subsystem);
    if (reason !== undefined) next[subsystem] = freezeHold(hold, { reason, nowMs, minMs });
    else if (isHeld(hold, nowMs, minMs)) next[subsystem] = { ...hold, thawing: true };
  }
  return next;
}

/** Why this subsystem is frozen; null when it is not. */
export function frozenBecause(
  state: FreezeState,
  subsystem: string,
  nowMs: number,
  { minMs }: GuardPlan["freeze"],
): string | null {
  const hold = state[subsystem];
  if (!isHeld(hold, nowMs, minMs)) return null;
  return hold.thawing ? `${hold.reason}, which is over; frozen for at least ${minMs} ms` : hold.reason;
}
