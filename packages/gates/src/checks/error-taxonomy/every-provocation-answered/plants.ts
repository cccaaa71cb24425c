import type { Plant, PlantScene } from "@holdpoint/core";
import { harmProvocation, taxonomyScene } from "../../../scenes/error-taxonomy.ts";

export function sound(): PlantScene {
  return taxonomyScene();
}

export const plants: readonly Plant[] = [
  {
    id: "socket-cut",
    harm: "a slow body is cut off without an answer",
    expect: { outcome: "fail", code: "no-answer" },
    plant: harmProvocation("http-3", { answered: false, code: null, status: null, problem: null }),
  },
];
