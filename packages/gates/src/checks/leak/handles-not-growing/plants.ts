import type { Plant, PlantScene } from "@holdpoint/core";
import { growthPlants } from "../../../scenes/growth-plants.ts";
import { resourcesScene } from "../../../scenes/resources.ts";

export function sound(): PlantScene {
  return resourcesScene();
}

export const plants: readonly Plant[] = growthPlants({
  resource: "handles",
  floor: 20,
  leakPerS: 0.1,
  crawlPerS: 0.01,
  step: 30,
  isAlwaysTold: false,
});
