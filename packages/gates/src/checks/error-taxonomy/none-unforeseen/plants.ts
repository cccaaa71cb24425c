import type { Plant, PlantScene } from "@holdpoint/core";
import { harmProvocation, taxonomyScene } from "../../../scenes/error-taxonomy.ts";

export function sound(): PlantScene {
  return taxonomyScene();
}

export const plants: readonly Plant[] = [
  {
    id: "thrown-through",
    harm: "a body makes a handler throw",
    expect: { outcome: "fail", code: "internal-error" },
    plant: harmProvocation("http-0", { code: "HP-INTERNAL", status: 500 }),
  },
  {
    id: "five-hundred",
    harm: "an answer has status 500 under a registered code",
    expect: { outcome: "fail", code: "internal-error" },
    plant: harmProvocation("http-1", { status: 500 }),
  },
];
