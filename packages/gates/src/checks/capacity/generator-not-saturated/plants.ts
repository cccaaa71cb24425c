import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { climb, withClimb } from "../../../scenes/climb.ts";
import { loadTerms } from "../../../scenes/load.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.load]: [climb()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "saturated",
    harm: "the generator used its whole processor",
    expect: { outcome: "missing", code: "generator-saturated" },
    plant: (scene) => withClimb(scene, { terms: loadTerms({ arrivals: ["steps"], cpuS: 44 }) }),
  },
  {
    id: "unsaid",
    harm: "another tool does not tell its processor time",
    expect: { outcome: "missing", code: "cpu-unsaid" },
    plant: (scene) => withClimb(scene, { terms: loadTerms({ arrivals: ["steps"], cpuS: null }) }),
  },
  {
    id: "no-time-at-all",
    harm: "thousands of requests were made in no processor time",
    expect: { outcome: "missing", code: "cpu-unsaid" },
    plant: (scene) => withClimb(scene, { terms: loadTerms({ arrivals: ["steps"], cpuS: 0 }) }),
  },
];
