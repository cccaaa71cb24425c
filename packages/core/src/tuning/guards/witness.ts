import type { SoakTuning } from "../../evidence/soak.ts";

export type Witness = NonNullable<SoakTuning["witness"]>;

/** A change whose effect is being waited for. JSON. */
export interface Watch {
  readonly rule: string;
  readonly parameter: string;
  readonly kpi: string;
  readonly expected: "rise" | "fall";
  /** The KPI in the iteration after which it was changed. */
  readonly was: number | null;
  /** The last iteration in which to look: the one after the change, or the last one of its cooldown. */
  readonly until: number;
}

/** How often on end changes of a rule did nothing, and the opposite. JSON. */
export interface Strikes {
  readonly none: number;
  readonly opposite: number;
}

export const NO_STRIKES: Strikes = { none: 0, opposite: 0 };
export const NONE_MAX = 3;
/** One fewer where it is known how much the KPI moves by itself. */
export const OPPOSITE_MAX = 3;
const QUIET_MIN = 3;
const QUIET_KEPT = 16;
const SHARE_MIN = 0.01;

/** One more difference of a KPI between two iterations in which nothing was changed. */
export function keepQuiet(quiet: readonly number[], difference: number): readonly number[] {
  return [...quiet, Math.abs(difference)].slice(-QUIET_KEPT);
}

/** How far a KPI may move and still not have moved: 1 % of what it was, or twice what it does by itself. */
export function toleranceOf(was: number, quiet: readonly number[]): number {
  const sorted = quiet.toSorted((a, b) => a - b);
  const median = quiet.length < QUIET_MIN ? 0 : (sorted[Math.floor(sorted.length / 2)] ?? 0);
  return Math.max(SHARE_MIN * Math.abs(was), 2 * median);
}

export function look({ parameter, kpi, expected, was }: Watch, now: number | null, quiet: readonly number[]): Witness {
  const told = { parameter, kpi, expected };
  if (was === null || now === null) return { ...told, moved: null, seen: "unknown" };
  const moved = now - was;
  if (Math.abs(moved) <= toleranceOf(was, quiet)) return { ...told, moved, seen: "none" };
  return { ...told, moved, seen: moved > 0 === (expected === "rise") ? "as-expected" : "opposite" };
}

/** @param isFinal false: another change came before the effect had to show, so that none yet means nothing */
export function strikesAfter(strikes: Strikes, seen: Witness["seen"], isFinal: boolean): Strikes {
  if (seen === "as-expected") return NO_STRIKES;
  if (seen === "opposite") return { none: 0, opposite: strikes.opposite + 1 };
  return seen === "none" && isFinal ? { none: strikes.none + 1, opposite: 0 } : strikes;
}

/** Why a rule is not to be followed any more; null: it is. */
export function distrust({ none, opposite }: Strikes, quiet: readonly number[]): "dead" | "inverted" | null {
  if (opposite >= OPPOSITE_MAX - (quiet.length < QUIET_MIN ? 0 : 1)) return "inverted";
  return none >= NONE_MAX ? "dead" : null;
}
