/** One subsystem that was frozen. Plain data, so that a decision that is replayed can carry it along. JSON. */
export interface FreezeHold {
  readonly sinceMs: number;
  readonly reason: string;
  /** It was said that it may go on; it does so once the minimum is over. */
  readonly thawing: boolean;
}

export function isHeld(hold: FreezeHold | undefined, nowMs: number, minMs: number): hold is FreezeHold {
  return hold !== undefined && (!hold.thawing || nowMs - hold.sinceMs < minMs);
}

/** Frozen from now; one that still holds keeps its beginning, takes the new reason and thaws no longer. */
export function freezeHold(
  hold: FreezeHold | undefined,
  { reason, nowMs, minMs }: { readonly reason: string; readonly nowMs: number; readonly minMs: number },
): FreezeHold {
  return { sinceMs: isHeld(hold, nowMs, minMs) ? hold.sinceMs : nowMs, reason, thawing: false };
}
