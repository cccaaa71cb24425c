import type { Check, Gate, Plant, PlantScene } from "../noun/check.ts";
import { judgeScene, judgeSceneEvidence, sceneEvidence } from "./plant.ts";
import { universalPlants } from "./universal-plants.ts";

export interface PlantOutcome {
  readonly gate: string;
  readonly check: string;
  readonly plant: string;
  readonly harm: string;
  readonly expected: string;
  readonly got: string;
  readonly caught: boolean;
  /** False for the sound scene, in which nothing is wrong: the check must let it through. */
  readonly isViolation: boolean;
}

/**
 * Plants everything a check ships, and what no check may let through; each must be caught for its reason.
 * Never throws: a scene or plant that throws, or a plant that changes the sound scene, is one that was not caught.
 */
export function plantCheck(gate: string, check: Check): PlantOutcome[] {
  const outcome = (plant: string, harm: string, expected: string, judged: () => string): PlantOutcome => {
    const got = attempt(judged);
    const caught = got === expected;
    return { gate, check: check.definition.id, plant, harm, expected, got, caught, isViolation: true };
  };
  const sound = outcome("sound", "nothing: the check must be able to pass", "pass pass", () =>
    told(judgeScene(check, check.sound())),
  );
  return [
    { ...sound, isViolation: false },
    ...check.plants.map((plant) => outcome(plant.id, plant.harm, told(plant.expect), () => planted(check, plant))),
    ...universalPlants(check).map(({ id, harm, expected, harmed }) =>
      outcome(id, harm, expected, () => {
        const sound = check.sound();
        return told(judgeSceneEvidence(check, sound, harmed(sceneEvidence(sound))));
      }),
    ),
  ];
}

export function plantGate(gate: Gate): PlantOutcome[] {
  return gate.checks.flatMap((check) => plantCheck(gate.id, check));
}

function planted(check: Check, plant: Plant): string {
  const sound = check.sound();
  const before = JSON.stringify(sound);
  const scene = plant.plant(sound);
  return JSON.stringify(sound) === before ? told(judgeScene(check, scene)) : "the plant changed the sound scene";
}

function told({ outcome, code }: { readonly outcome: string; readonly code: string }): string {
  return `${outcome} ${code}`;
}

function attempt(judged: () => string): string {
  try {
    return judged();
  } catch (thrown) {
    return `threw ${thrown instanceof Error ? thrown.message : typeof thrown}`;
  }
}

/** Scene with one body of a kind replaced; the usual way to write a plant. */
export function withBody<Body>(scene: PlantScene, kind: string, patch: (body: Body) => Body): PlantScene {
  const bodies = (scene.bodies[kind] ?? []) as readonly Body[];
  return { ...scene, bodies: { ...scene.bodies, [kind]: bodies.map(patch) } };
}
