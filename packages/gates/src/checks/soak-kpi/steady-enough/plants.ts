import type { Plant, PlantScene } from "@holdpoint/core";
import { soak, soakScene, withIterations } from "../../../scenes/soak.ts";

export function sound(): PlantScene {
  return soakScene();
}

export const plants: readonly Plant[] = [
  {
    id: "hardly-steady",
    harm: "five of eight iterations are warm-up",
    expect: { outcome: "missing", code: "too-few-steady" },
    plant: () => {
      const terms = { ...soak().terms, phases: { warmUp: 5, rampDown: 0 } };
      const iterations = soak().iterations.map(
        (one) => ({ ...one, phase: one.iteration <= 5 ? "warm-up" : "steady" }) as const,
      );
      return soakScene({ terms, iterations });
    },
  },
  {
    id: "slow-ones-called-warm-up",
    harm: "the iterations that went badly were called warm-up afterwards",
    expect: { outcome: "fail", code: "phases-mixed" },
    plant: () => withIterations((one) => (one.iteration === 6 ? { ...one, phase: "warm-up" } : one)),
  },
];
