import type { Plant, PlantScene } from "@holdpoint/core";
import { harmProvocation, taxonomyScene } from "../../../scenes/error-taxonomy.ts";

export function sound(): PlantScene {
  return taxonomyScene();
}

export const plants: readonly Plant[] = [
  {
    id: "no-word-of-when",
    harm: "a busy gateway does not say when to come back",
    expect: { outcome: "fail", code: "retry-after-absent" },
    plant: harmProvocation("busy", { retryAfter: null }),
  },
  {
    id: "at-once",
    harm: "a busy gateway asks to come back after 0 seconds",
    expect: { outcome: "fail", code: "retry-after-malformed" },
    plant: harmProvocation("busy", { retryAfter: "0" }),
  },
];
