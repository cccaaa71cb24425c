import type { LoadReason } from "../../evidence/load.ts";
import type { ArtifactHeader } from "../artifact/header.ts";
import type { RunTally } from "./run-tally.ts";

/**
 * Why a stored run proves nothing, as far as its seconds show it: what its closing line says of them is not believed
 * where they say otherwise.
 *
 * @param wasCut an objective ended it, so that what waited then never went out
 */
export function seenReasons(tally: RunTally, { made }: ArtifactHeader, wasCut: boolean): LoadReason[] {
  const { due, sent, completed, failed } = tally.totals;
  const reasons: LoadReason[] = [];
  if (completed + failed === 0) reasons.push({ code: "no-samples", text: "nothing was measured" });
  else if (completed === 0) reasons.push({ code: "all-failed", text: `all ${failed} requests failed` });
  if (made === undefined) return reasons;
  const { lagP99Ms, achievedRatio } = made.validity;
  const lagMs = tally.lag.summary()?.p99 ?? 0;
  if (lagMs > lagP99Ms) {
    const text = `the generator was late: p99 of the lag is ${lagMs} ms, at most ${lagP99Ms} ms are allowed`;
    reasons.push({ code: "lag", text });
  }
  if (!wasCut && sent < due * achievedRatio)
    reasons.push({ code: "rate-missed", text: `${sent} of ${due} that were due went out` });
  return reasons;
}
