import type { Gate, SelftestBody, SelftestCheck, SelftestLive } from "@holdpoint/core";
import { plantCheck } from "@holdpoint/core";

/** Plants every violation of every check, and takes in what the live plants did. */
export function selftestBody(gates: readonly Gate[], live: readonly SelftestLive[], codeDigest: string): SelftestBody {
  let planted = live.length;
  let caught = live.filter((plant) => plant.caught).length;
  const checks: SelftestCheck[] = [];
  for (const gate of gates) {
    for (const check of gate.checks) {
      // A sound scene that passes is no violation that was caught; one that does not is a miss like any other.
      const outcomes = plantCheck(gate.id, check).filter(({ isViolation, caught: ok }) => isViolation || !ok);
      planted += outcomes.length;
      caught += outcomes.filter((outcome) => outcome.caught).length;
      const missed = outcomes
        .filter((outcome) => !outcome.caught)
        .map((outcome) => `${outcome.plant}: expected ${outcome.expected}, got ${outcome.got}`);
      checks.push({ gate: gate.id, check: check.definition.id, plants: check.plants.length, missed });
    }
  }
  return { codeDigest, codeDigestNow: codeDigest, planted, caught, checks, live };
}
