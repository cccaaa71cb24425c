import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { withExceptions } from "../../../evidence/coverage-exceptions.ts";
import { coverageExceptions } from "../../../scenes/coverage-exceptions.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.coverageExceptions]: [coverageExceptions()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "self-approved",
    harm: "the owner approved, with the name in other letters",
    expect: { outcome: "fail", code: "not-two-people" },
    plant: (scene) => withExceptions(scene, () => ({ approver: "ADA " })),
  },
  {
    id: "not-approved",
    harm: "nobody approved",
    expect: { outcome: "fail", code: "not-two-people" },
    plant: (scene) => withExceptions(scene, () => ({ approver: "" })),
  },
];
