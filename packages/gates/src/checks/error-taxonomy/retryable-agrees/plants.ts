import type { Plant, PlantScene } from "@holdpoint/core";
import { harmProvocation, taxonomyScene } from "../../../scenes/error-taxonomy.ts";

export function sound(): PlantScene {
  return taxonomyScene();
}

export const plants: readonly Plant[] = [
  {
    id: "flag-left-out",
    harm: "a stream error has no flag",
    expect: { outcome: "fail", code: "retryable-unsaid" },
    plant: harmProvocation("stream-3", { retryable: null }),
  },
  {
    id: "flag-turned-round",
    harm: "a malformed body is told to be worth a second try",
    expect: { outcome: "fail", code: "retryable-differs" },
    plant: harmProvocation("http-3", { retryable: true }),
  },
];
