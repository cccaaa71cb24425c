import type { Plant, PlantScene } from "@holdpoint/core";
import { growthPlants } from "../../../scenes/growth-plants.ts";
import { resourcesScene } from "../../../scenes/resources.ts";

export function sound(): PlantScene {
  return resourcesScene();
}

export const plants: readonly Plant[] = growthPlants({
  resource: "heap",
  floor: 40_000_000,
  leakPerS: 100_000,
  crawlPerS: 2000,
  step: 20_000_000,
  isAlwaysTold: false,
});
