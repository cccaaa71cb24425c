import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { climb, endingAt, withClimb } from "../../../scenes/climb.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.load]: [climb()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "generator-late",
    harm: "the generator came too late",
    expect: { outcome: "missing", code: "run-invalid" },
    plant: (scene) => withClimb(scene, { validity: "invalid", reasons: [{ code: "lag", text: "late" }] }),
  },
  {
    id: "no-reason",
    harm: "the climb is invalid and does not say why",
    expect: { outcome: "missing", code: "run-invalid" },
    plant: (scene) => withClimb(scene, { validity: "invalid" }),
  },
  {
    id: "generator-slow",
    harm: "the generator fell behind while the target kept up",
    expect: { outcome: "missing", code: "gave-way-unseen" },
    plant: (scene) =>
      withClimb(endingAt(scene, 30), {
        validity: "invalid",
        reasons: [{ code: "rate-missed", text: "80 % went out" }],
      }),
  },
];
