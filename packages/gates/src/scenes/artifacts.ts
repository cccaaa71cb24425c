import type { ArtifactsBody, GateArtifact } from "@holdpoint/core";
import { SCENE_CANDIDATE, SCENE_NOW_MS } from "@holdpoint/core";

/** A signed artifact of this scene's run that validates. */
export function artifact(gate: string, changes: Partial<GateArtifact> = {}): GateArtifact {
  return {
    gate,
    file: `reports/audit/${gate}-${SCENE_NOW_MS}-scene.json`,
    present: true,
    sha256: "c".repeat(64),
    problems: [],
    run: "scene",
    commit: SCENE_CANDIDATE.commit,
    judgedAt: new Date(SCENE_NOW_MS).toISOString(),
    signed: true,
    verdict: "PASS",
    ...changes,
  };
}

/** What a gate that left nothing looks like. */
export function absentArtifact(gate: string): GateArtifact {
  return artifact(gate, {
    present: false,
    sha256: null,
    problems: null,
    run: null,
    commit: null,
    judgedAt: null,
    signed: false,
    verdict: null,
  });
}

export function artifacts(): ArtifactsBody {
  return { artifacts: [artifact("candidate"), artifact("tests")] };
}
