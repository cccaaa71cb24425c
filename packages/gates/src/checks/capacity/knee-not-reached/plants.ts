import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { climb, withWindows } from "../../../scenes/climb.ts";
import { latencySummary } from "../../../scenes/load.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.load]: [climb()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "steep",
    harm: "at the rate that is held requests take eight times as long",
    expect: { outcome: "warn", code: "near-the-knee" },
    plant: (scene) =>
      withWindows(scene, (_, at) => {
        const slow = latencySummary(600, 8);
        return at >= 25 && at < 30 ? { service: slow, response: slow } : {};
      }),
  },
  {
    id: "unsaid",
    harm: "another tool does not tell the time of service",
    expect: { outcome: "missing", code: "service-unsaid" },
    plant: (scene) => withWindows(scene, () => ({ service: null })),
  },
  {
    id: "nothing-held",
    harm: "no rate is held at all",
    expect: { outcome: "missing", code: "service-unsaid" },
    plant: (scene) => withWindows(scene, () => ({ response: latencySummary(200, 20) })),
  },
];
