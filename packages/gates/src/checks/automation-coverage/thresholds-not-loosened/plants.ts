import type { JsonObject, Plant, PlanBody, PlantScene } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { baselineGates } from "../../../scenes/baseline-gates.ts";
import { plan } from "../../../scenes/plan.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.plan]: [plan()] }, baselineFacts: {}, baselineGates: baselineGates(plan()) };
}

export const plants: readonly Plant[] = [
  {
    id: "bar-lowered",
    harm: "a limit is raised so that the candidate fits under it",
    expect: { outcome: "fail", code: "parameter-changed" },
    plant: (scene) => params(scene, { max: 99 }),
  },
  {
    id: "limit-removed",
    harm: "a limit is taken out of a check",
    expect: { outcome: "fail", code: "parameter-gone" },
    plant: (scene) => params(scene, {}),
  },
  {
    id: "no-checks-then",
    harm: "the last promotion names no check",
    expect: { outcome: "missing", code: "baseline-silent" },
    plant: (scene) => ({ ...scene, baselineGates: [] }),
  },
];

function params(scene: PlantScene, changed: JsonObject): PlantScene {
  return withBody<PlanBody>(scene, KIND.plan, (body) => ({
    ...body,
    gates: body.gates.map((gate) => ({
      ...gate,
      checks: gate.checks.map((one) => (one.id === "tests-2" ? { ...one, params: changed } : one)),
    })),
  }));
}
