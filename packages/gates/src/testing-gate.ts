import type { Baseline, Gate, GateResult, JsonObject, PlantScene } from "@holdpoint/core";
import { EvidenceSet, judgeGate, SCENE_CANDIDATE, SCENE_NOW_MS, sceneEvidence } from "@holdpoint/core";

/** A whole gate judged on one scene, as in the first release of a candidate line unless a baseline is given. */
export function judgeWhole(
  gate: Gate,
  scene: PlantScene,
  params: Readonly<Record<string, JsonObject>> = {},
): GateResult {
  const policy = { id: gate.id, blocking: true, params };
  return judgeGate(gate, policy, new EvidenceSet(sceneEvidence(scene)), {
    gate: gate.id,
    blocking: true,
    candidate: SCENE_CANDIDATE,
    run: "scene",
    nowMs: SCENE_NOW_MS,
    baseline: baselineOf(scene),
    firstRelease: "allow",
    waivers: [],
    maxAgeMs: () => 3_600_000,
  });
}

/** Ids of the checks that ended in one of the outcomes. */
export function ending(result: GateResult, ...outcomes: readonly string[]): string[] {
  return result.checks.filter((check) => outcomes.includes(check.outcome)).map((check) => check.id);
}

function baselineOf({ baselineFacts, baselineGates }: PlantScene): Baseline | null {
  if (baselineFacts === undefined) return null;
  return {
    choice: "last-promoted",
    verdict: "sha256:earlier",
    candidate: SCENE_CANDIDATE,
    promotedAt: new Date(SCENE_NOW_MS - 86_400_000).toISOString(),
    policyDigest: "sha256:policy",
    gates: baselineGates ?? [],
    facts: baselineFacts,
  };
}
