import type { Check, Gate, PlantScene } from "../noun/check.ts";
import type { StoredEvidence } from "../noun/evidence.ts";
import type { CheckResult } from "../noun/result.ts";
import { judgeScene, judgeSceneEvidence, sceneEvidence, storeEvidence, SCENE_NOW_MS } from "./plant.ts";

export interface PlantOutcome {
  readonly gate: string;
  readonly check: string;
  readonly plant: string;
  readonly harm: string;
  readonly expected: string;
  readonly got: string;
  readonly caught: boolean;
}

/** Plants everything a check ships, and what no check may let through; each must be caught for its reason. */
export function plantCheck(gate: string, check: Check): PlantOutcome[] {
  const outcome = (plant: string, harm: string, expected: string, result: CheckResult): PlantOutcome => {
    const got = `${result.outcome} ${result.code}`;
    return { gate, check: check.definition.id, plant, harm, expected, got, caught: got === expected };
  };
  const sound = check.sound();
  const before = JSON.stringify(sound);
  const results = [outcome("sound", "nothing: the check must be able to pass", "pass pass", judgeScene(check, sound))];
  for (const plant of check.plants) {
    const expected = `${plant.expect.outcome} ${plant.expect.code}`;
    results.push(outcome(plant.id, plant.harm, expected, judgeScene(check, plant.plant(sound))));
  }
  if (JSON.stringify(sound) !== before) {
    throw new TypeError(`a plant of ${gate}/${check.definition.id} changed the sound scene`);
  }
  for (const universal of UNIVERSAL) {
    const result = judgeSceneEvidence(check, sound, universal.harmed(sceneEvidence(sound), check));
    results.push(outcome(universal.id, universal.harm, universal.expected, result));
  }
  return results;
}

export function plantGate(gate: Gate): PlantOutcome[] {
  return gate.checks.flatMap((check) => plantCheck(gate.id, check));
}

interface Universal {
  readonly id: string;
  readonly harm: string;
  readonly expected: string;
  harmed(evidence: readonly StoredEvidence[], check: Check): StoredEvidence[];
}

const change = (patch: (evidence: StoredEvidence["evidence"]) => object) =>
  (all: readonly StoredEvidence[], check: Check): StoredEvidence[] => all.map((stored) =>
    stored.evidence.kind === check.definition.needs[0]
      ? storeEvidence({ ...stored.evidence, ...patch(stored.evidence) })
      : stored);

/** Law 1: each way of not knowing is its own visible outcome, for every check alike. */
const UNIVERSAL: readonly Universal[] = [
  {
    id: "evidence-absent", harm: "the evidence is not there", expected: "missing evidence-missing",
    harmed: (all, check) => all.filter((stored) => stored.evidence.kind !== check.definition.needs[0]),
  },
  {
    id: "evidence-aged", harm: "the evidence is older than allowed", expected: "stale evidence-stale",
    harmed: change(() => {
      const at = new Date(SCENE_NOW_MS - 7_200_000).toISOString();
      return { startedAt: at, finishedAt: at };
    }),
  },
  {
    id: "evidence-made-up", harm: "the evidence is synthetic", expected: "missing evidence-synthetic",
    harmed: change(() => ({ provenance: "synthetic" })),
  },
  {
    id: "evidence-elsewhere", harm: "the evidence is for another commit", expected: "missing evidence-other-candidate",
    harmed: change((evidence) => ({ candidate: { ...evidence.candidate, commit: "f".repeat(40) } })),
  },
  {
    id: "evidence-of-nothing", harm: "the evidence looked at nothing", expected: "missing evidence-empty",
    harmed: change(() => ({ samples: 0 })),
  },
];

/** Scene with one body of a kind replaced; the usual way to write a plant. */
export function withBody<Body>(scene: PlantScene, kind: string, patch: (body: Body) => Body): PlantScene {
  const bodies = (scene.bodies[kind] ?? []) as readonly Body[];
  return { ...scene, bodies: { ...scene.bodies, [kind]: bodies.map(patch) } };
}
