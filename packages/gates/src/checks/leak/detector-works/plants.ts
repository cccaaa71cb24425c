import type { Plant, PlantScene } from "@holdpoint/core";
import { leakSelfTest, resourcesScene } from "../../../scenes/resources.ts";

export function sound(): PlantScene {
  return resourcesScene();
}

export const plants: readonly Plant[] = [
  {
    id: "not-tried",
    harm: "the detector was not tried in this session",
    expect: { outcome: "missing", code: "not-tried" },
    plant: () => resourcesScene({ selfTest: null }),
  },
  {
    id: "blind",
    harm: "the detector sees no leak, whatever leaks",
    expect: { outcome: "fail", code: "leak-not-found" },
    plant: () => resourcesScene({ selfTest: leakSelfTest({ leakFound: false }) }),
  },
  {
    id: "accuses-everybody",
    harm: "the detector takes every sawtooth for a leak",
    expect: { outcome: "fail", code: "sound-accused" },
    plant: () => resourcesScene({ selfTest: leakSelfTest({ soundFound: true }) }),
  },
  {
    id: "wrong-unit",
    harm: "the detector's rate is off by a factor of 1,024",
    expect: { outcome: "fail", code: "wrong-size" },
    plant: () => resourcesScene({ selfTest: leakSelfTest({ detectedPerS: 8e6 / 1024 }) }),
  },
];
