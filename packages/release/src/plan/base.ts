import type { Baseline, ChangesBase } from "@holdpoint/core";

/**
 * What the candidate's changes are counted from. In a whole release what was promoted last, and a named base only
 * where nothing was: nobody promotes past a change by naming a nearer commit. Whoever only asks may name any.
 */
export function baseOf(asked: string | undefined, baseline: Baseline | null, isPartial: boolean): ChangesBase | null {
  if (baseline !== null && (asked === undefined || !isPartial)) {
    return { commit: baseline.candidate.commit, from: "last-promoted" };
  }
  return asked === undefined ? null : { commit: asked, from: "option" };
}
