import type { Plant, PlannedGate, PlanBody, PlantScene } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { baselineGates } from "../../../scenes/baseline-gates.ts";
import { plan } from "../../../scenes/plan.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.plan]: [plan()] }, baselineFacts: {}, baselineGates: baselineGates(plan()) };
}

export const plants: readonly Plant[] = [
  {
    id: "gate-dropped",
    harm: "a gate is taken out of the profile",
    expect: { outcome: "fail", code: "gate-dropped" },
    plant: (scene) => gates(scene, (all) => all.filter((gate) => gate.id !== "tests")),
  },
  {
    id: "gate-removed",
    harm: "a gate of the profile no longer exists",
    expect: { outcome: "fail", code: "gate-dropped" },
    plant: (scene) =>
      gates(scene, (all) => all.map((gate) => (gate.id === "tests" ? { ...gate, exists: false } : gate))),
  },
  {
    id: "check-dropped",
    harm: "a check is deleted from a gate",
    expect: { outcome: "fail", code: "check-dropped" },
    plant: (scene) => gates(scene, (all) => all.map((gate) => ({ ...gate, checks: gate.checks.slice(1) }))),
  },
  {
    id: "made-advisory",
    harm: "a blocking gate is made advisory",
    expect: { outcome: "fail", code: "now-advisory" },
    plant: (scene) =>
      gates(scene, (all) => all.map((gate) => (gate.id === "tests" ? { ...gate, blocking: false } : gate))),
  },
  {
    id: "no-gates-then",
    harm: "the last promotion names no gate",
    expect: { outcome: "missing", code: "baseline-silent" },
    plant: (scene) => ({ ...scene, baselineGates: [] }),
  },
];

function gates(scene: PlantScene, change: (all: readonly PlannedGate[]) => readonly PlannedGate[]): PlantScene {
  return withBody<PlanBody>(scene, KIND.plan, (body) => ({ ...body, gates: change(body.gates) }));
}
