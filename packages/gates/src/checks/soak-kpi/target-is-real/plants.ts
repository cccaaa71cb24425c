import type { Plant, PlantScene } from "@holdpoint/core";
import { soakScene } from "../../../scenes/soak.ts";

export function sound(): PlantScene {
  return soakScene();
}

export const plants: readonly Plant[] = [
  {
    id: "simulated-market",
    harm: "the exchange is a seeded simulation, and says so",
    expect: { outcome: "missing", code: "synthetic" },
    plant: () => soakScene({ synthetic: true, target: "node examples/market-maker/main.js" }),
  },
];
