import type { Plant, PlanBody, PlantScene } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { artifact, artifacts } from "../../../scenes/artifacts.ts";
import { plan } from "../../../scenes/plan.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.plan]: [plan()], [KIND.artifacts]: [artifacts()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "gate-taken-out",
    harm: "a required gate is taken out of the profile",
    expect: { outcome: "fail", code: "gate-not-planned" },
    plant: (scene) => withPlan(scene, (body) => ({ ...body, gates: body.gates.filter((gate) => gate.id !== "tests") })),
  },
  {
    id: "gate-removed",
    harm: "a gate of the profile is removed from the product",
    expect: { outcome: "fail", code: "gate-unknown" },
    plant: (scene) =>
      withPlan(scene, (body) => ({
        ...body,
        gates: body.gates.map((gate) => (gate.id === "tests" ? { ...gate, exists: false, checks: [] } : gate)),
      })),
  },
  {
    id: "gate-not-run",
    harm: "a required gate is planned and never judged",
    expect: { outcome: "fail", code: "gate-not-judged" },
    plant: (scene) => ({
      ...scene,
      bodies: { ...scene.bodies, [KIND.artifacts]: [{ artifacts: [artifact("candidate")] }] },
    }),
  },
  {
    id: "requires-nothing",
    harm: "the list of required gates is emptied",
    expect: { outcome: "warn", code: "nothing-required" },
    plant: (scene) => withPlan(scene, (body) => ({ ...body, requiredGates: [] })),
  },
];

function withPlan(scene: PlantScene, change: (body: PlanBody) => PlanBody): PlantScene {
  return withBody<PlanBody>(scene, KIND.plan, change);
}
