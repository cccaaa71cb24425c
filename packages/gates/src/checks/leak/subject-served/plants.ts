import type { Plant, PlantScene } from "@holdpoint/core";
import { resourcesScene } from "../../../scenes/resources.ts";

export function sound(): PlantScene {
  return resourcesScene();
}

export const plants: readonly Plant[] = [
  {
    id: "few",
    harm: "a health probe a second is all that was asked",
    expect: { outcome: "missing", code: "too-few-requests" },
    plant: () => resourcesScene({ requests: 600 }),
  },
  {
    id: "idle",
    harm: "the load went to another process",
    expect: { outcome: "missing", code: "idle" },
    plant: () => resourcesScene({ requests: 0 }),
  },
];
