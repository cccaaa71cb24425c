import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { climb, withWindows } from "../../../scenes/climb.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.load]: [climb()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "late",
    harm: "the generator was half a second late at half of the limit",
    expect: { outcome: "missing", code: "generator-late" },
    plant: (scene) => withWindows(scene, (_, at) => (at === 17 ? { lagMax: 500 } : {})),
  },
  {
    id: "no-lag",
    harm: "another tool does not tell its lag",
    expect: { outcome: "missing", code: "lag-unsaid" },
    plant: (scene) => withWindows(scene, () => ({ lagMax: null })),
  },
];
