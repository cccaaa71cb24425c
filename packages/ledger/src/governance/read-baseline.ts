import type { Baseline } from "@holdpoint/core";
import { readCandidate } from "../json/read-candidate.ts";
import type { Shape } from "../json/shape.ts";
import { SHA256_PATTERN } from "../json/shape.ts";

/** Reads what a promotion left behind, whoever chose it; throws `ShapeError`. */
export function readPromotion(shape: Shape): Omit<Baseline, "choice"> {
  return {
    verdict: shape.matching("verdict", SHA256_PATTERN),
    candidate: readCandidate(shape.object("candidate")),
    promotedAt: shape.time("promotedAt"),
    policyDigest: shape.matching("policyDigest", SHA256_PATTERN),
    gates: shape.objects("gates").map((gate) => ({
      id: gate.text("id"),
      blocking: gate.flag("blocking"),
      verdict: gate.text("verdict"),
      checks: gate.objects("checks").map((check) => ({
        id: check.text("id"),
        outcome: check.text("outcome"),
        params: check.jsonObject("params"),
      })),
    })),
    facts: shape.jsonObject("facts"),
  };
}

/** The same with the choice that it was stored under. */
export function readBaseline(shape: Shape): Baseline {
  const choice = shape.matching("choice", /^(?:last-promoted|pinned:.+|window:[1-9][0-9]*)$/);
  return { choice: choice as Baseline["choice"], ...readPromotion(shape) };
}
