import type { Plant, PlantScene } from "@holdpoint/core";
import { harmProvocation, taxonomyScene } from "../../../scenes/error-taxonomy.ts";

export function sound(): PlantScene {
  return taxonomyScene();
}

export const plants: readonly Plant[] = [
  {
    id: "taken-for-another",
    harm: "a body that is too large is told to be malformed",
    expect: { outcome: "fail", code: "other-code" },
    plant: harmProvocation("http-2", { expected: "HP-GATEWAY-BODY-TOO-LARGE" }),
  },
];
