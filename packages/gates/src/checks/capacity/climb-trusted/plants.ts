import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { climb, withClimb } from "../../../scenes/climb.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.load]: [climb()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "closed-climb",
    harm: "the climb waits for its target",
    expect: { outcome: "missing", code: "not-trusted" },
    plant: (scene) => withClimb(scene, { trust: "closed-service-only" }),
  },
];
