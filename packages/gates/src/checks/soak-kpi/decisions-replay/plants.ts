import type { Plant, PlantScene } from "@holdpoint/core";
import { soakScene } from "../../../scenes/soak.ts";

export function sound(): PlantScene {
  return soakScene();
}

export const plants: readonly Plant[] = [
  {
    id: "a-hand",
    harm: "somebody changed a parameter by hand in the middle of the run",
    expect: { outcome: "fail", code: "differs" },
    plant: () => soakScene({ replayAgrees: false }),
  },
];
