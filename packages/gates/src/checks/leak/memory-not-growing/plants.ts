import type { Plant, PlantScene } from "@holdpoint/core";
import { growthPlants } from "../../../scenes/growth-plants.ts";
import { resourcesScene } from "../../../scenes/resources.ts";

export function sound(): PlantScene {
  return resourcesScene();
}

export const plants: readonly Plant[] = growthPlants({
  resource: "rss",
  floor: 90_000_000,
  leakPerS: 200_000,
  crawlPerS: 5000,
  step: 60_000_000,
  isAlwaysTold: true,
});
