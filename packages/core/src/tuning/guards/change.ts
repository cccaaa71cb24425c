import type { LeafReading } from "../../evidence/soak.ts";

/** A change of one parameter that was read back: what happened, not what was asked for. JSON. */
export interface Change {
  readonly iteration: number;
  readonly atMs: number;
  readonly delta: number;
}

/** True and false as 1 and 0; null for what is no number. */
export function leafNumber(value: LeafReading["after"]): number | null {
  if (typeof value === "boolean") return value ? 1 : 0;
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

/**
 * By how much a leaf moved. What nobody could read counts as having done what was wanted, so that no guard is evaded
 * by a target that stops answering; what drifted is not ours.
 */
export function deltaOf({ before, wanted, after, verdict }: LeafReading): number {
  if (verdict === "drifted" || verdict === "ignored") return 0;
  const from = leafNumber(before);
  const to = leafNumber(verdict === "applied" || verdict === "clamped" ? after : wanted);
  return from === null || to === null ? 0 : to - from;
}
