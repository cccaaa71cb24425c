import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { eventResult, load, withLoad } from "../../../scenes/load.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.load]: [load()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "nearly-spent",
    harm: "ninety-five of a hundred bad requests were spent",
    expect: { outcome: "warn", code: "little-left" },
    plant: (scene) =>
      withLoad(scene, { slo: [eventResult({ budget: { allowed: 100, spent: 95, burnRate: 0.95, alerts: [] } })] }),
  },
  {
    id: "outage-within",
    harm: "a second of the run burned thirty times the budget",
    expect: { outcome: "warn", code: "burned-fast" },
    plant: (scene) =>
      withLoad(scene, {
        slo: [
          eventResult({
            budget: {
              allowed: 1000,
              spent: 150,
              burnRate: 0.15,
              alerts: [{ longMs: 6000, shortMs: 1000, factor: 6, fired: 1, worst: 30 }],
            },
          }),
        ],
      }),
  },
];
