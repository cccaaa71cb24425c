import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { load, withLoad } from "../../../scenes/load.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.load]: [load()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "generator-late",
    harm: "the generator came to its arrivals half a second late",
    expect: { outcome: "missing", code: "run-invalid" },
    plant: (scene) =>
      withLoad(scene, {
        validity: "invalid",
        reasons: [{ code: "lag", text: "lag p99 is 512 ms, the limit is 30 ms" }],
      }),
  },
  {
    id: "silent",
    harm: "a run is invalid without a reason",
    expect: { outcome: "missing", code: "reason-unsaid" },
    plant: (scene) => withLoad(scene, { validity: "invalid" }),
  },
  {
    id: "contradicts",
    harm: "a run calls itself valid and says why it is not",
    expect: { outcome: "missing", code: "reason-unsaid" },
    plant: (scene) => withLoad(scene, { reasons: [{ code: "rate-missed", text: "80 % went out" }] }),
  },
];
