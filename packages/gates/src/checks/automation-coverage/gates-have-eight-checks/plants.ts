import type { Plant, PlannedGate, PlanBody, PlantScene } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { plan } from "../../../scenes/plan.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.plan]: [plan()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "seven-checks",
    harm: "one check is taken out of a gate of eight",
    expect: { outcome: "fail", code: "too-few-checks" },
    plant: (scene) => second(scene, (gate) => ({ ...gate, checks: gate.checks.slice(1) })),
  },
  {
    id: "no-gate-exists",
    harm: "none of the gates of the profile exists",
    expect: { outcome: "fail", code: "too-few-checks" },
    plant: (scene) =>
      withBody<PlanBody>(scene, KIND.plan, (body) => ({
        ...body,
        gates: body.gates.map((gate) => ({ ...gate, exists: false })),
      })),
  },
  {
    id: "no-section",
    harm: "a gate no longer says which audit sections it speaks for",
    expect: { outcome: "fail", code: "no-section" },
    plant: (scene) => second(scene, (gate) => ({ ...gate, sections: [] })),
  },
];

function second(scene: PlantScene, change: (gate: PlannedGate) => PlannedGate): PlantScene {
  return withBody<PlanBody>(scene, KIND.plan, (body) => ({
    ...body,
    gates: body.gates.map((gate, index) => (index === 1 ? change(gate) : gate)),
  }));
}
