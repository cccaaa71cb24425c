import type { GuardPlan } from "../../soak/plan.ts";
import type { Change } from "./change.ts";

/**
 * Whether a parameter goes to and fro: its changes within the last iterations, with the one that is asked for, change
 * their sign so often. A ramp, however long, has one sign and is none; A-B-A has changed it once.
 *
 * @param delta what is to come in `iteration`; 0 looks at what happened alone
 */
export function isOscillating(
  changes: readonly Change[],
  delta: number,
  iteration: number,
  { window, signChanges }: GuardPlan["oscillation"],
): boolean {
  const recent = changes.filter((change) => change.iteration > iteration - window).map((change) => change.delta);
  const signs = [...recent, delta].map(Math.sign).filter((sign) => sign !== 0);
  return signs.filter((sign, index) => index > 0 && sign !== signs[index - 1]).length >= signChanges;
}
