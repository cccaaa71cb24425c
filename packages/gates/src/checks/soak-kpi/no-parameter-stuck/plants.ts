import type { Plant, PlantScene } from "@holdpoint/core";
import { CONCURRENCY, soak, soakScene, withIterations, witnessed } from "../../../scenes/soak.ts";

export function sound(): PlantScene {
  return soakScene();
}

export const plants: readonly Plant[] = [
  {
    id: "stuck",
    harm: "the parameter was written five times and stayed what it was",
    expect: { outcome: "fail", code: "stuck" },
    plant: () => soakScene({ deltas: { ...soak().deltas, stuck: [CONCURRENCY.path] } }),
  },
  {
    id: "inverted-knob",
    harm: "more hands make it slower, and the rule keeps adding hands",
    expect: { outcome: "fail", code: "opposite" },
    plant: () => withIterations((one) => (one.iteration >= 4 ? { ...one, tuning: witnessed("opposite") } : one)),
  },
  {
    id: "dead-knob",
    harm: "nobody reads the parameter",
    expect: { outcome: "warn", code: "no-effect" },
    plant: () => withIterations((one) => (one.iteration >= 4 ? { ...one, tuning: witnessed("none") } : one)),
  },
];
