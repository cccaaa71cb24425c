import { digestOf } from "../json/digest.ts";
import type { Baseline } from "../noun/baseline.ts";
import type { Candidate } from "../noun/candidate.ts";
import type { Check, PlantScene } from "../noun/check.ts";
import type { Evidence, StoredEvidence } from "../noun/evidence.ts";
import { EVIDENCE_SCHEMA } from "../noun/evidence.ts";
import type { Json } from "../noun/json.ts";
import type { CheckResult } from "../noun/result.ts";
import { EvidenceSet } from "./evidence-set.ts";
import { judgeCheck } from "./judge-check.ts";

/** The instant at which scenes are judged. */
export const SCENE_NOW_MS: number = Date.UTC(2026, 0, 2, 3, 4, 5);

export const SCENE_CANDIDATE: Candidate = {
  service: "scene",
  commit: "1".repeat(40),
  tree: "2".repeat(40),
  dirty: false,
  artifacts: [],
  configDigest: `sha256:${"3".repeat(64)}`,
  environment: "scene",
};

/** Judges a check on a scene exactly as a release would be judged, in a blocking gate. */
export function judgeScene(check: Check, scene: PlantScene): CheckResult {
  return judgeSceneEvidence(check, scene, sceneEvidence(scene));
}

/** The same on evidence that the caller has harmed: age, candidate, provenance, samples. */
export function judgeSceneEvidence(check: Check, scene: PlantScene, evidence: readonly StoredEvidence[]): CheckResult {
  return judgeCheck(check, new EvidenceSet(evidence), scene.params, {
    gate: "scene",
    blocking: true,
    candidate: { ...SCENE_CANDIDATE, ...scene.candidate },
    run: "scene",
    nowMs: SCENE_NOW_MS,
    baseline: sceneBaseline(scene),
    firstRelease: "refuse",
    waivers: [],
    maxAgeMs: () => 3_600_000,
  });
}

/** Wraps the bodies of a scene into envelopes. */
export function sceneEvidence(scene: PlantScene): StoredEvidence[] {
  const at = new Date(SCENE_NOW_MS - 1000).toISOString();
  return Object.entries(scene.bodies).flatMap(([kind, bodies]) =>
    bodies.map((body, index) => {
      const evidence: Evidence = {
        schema: EVIDENCE_SCHEMA,
        kind,
        candidate: { ...SCENE_CANDIDATE, ...scene.candidate },
        run: "scene",
        provenance: "measured",
        producer: { name: "scene", version: "1" },
        startedAt: at,
        finishedAt: at,
        samples: 1,
        inputs: scene.inputs?.[kind]?.[index] ?? [],
        body,
        ...scene.envelopes?.[kind]?.[index],
      };
      return storeEvidence(evidence);
    }),
  );
}

/** Puts its address beside a piece of evidence. */
export function storeEvidence<Body>(evidence: Evidence<Body>): StoredEvidence<Body> {
  return { digest: digestOf(evidence as unknown as Json), evidence };
}

function sceneBaseline(scene: PlantScene): Baseline | null {
  if (scene.baselineFacts === undefined) return null;
  return {
    choice: "last-promoted",
    verdict: `sha256:${"4".repeat(64)}`,
    candidate: { ...SCENE_CANDIDATE, commit: "5".repeat(40), tree: "6".repeat(40) },
    promotedAt: new Date(SCENE_NOW_MS - 86_400_000).toISOString(),
    policyDigest: `sha256:${"7".repeat(64)}`,
    gates: scene.baselineGates ?? [],
    facts: scene.baselineFacts,
  };
}
