import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { load, sloResult, withLoad } from "../../../scenes/load.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.load]: [load()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "no-objective",
    harm: "the run has no objective at all",
    expect: { outcome: "missing", code: "no-objective" },
    plant: (scene) => withLoad(scene, { slo: [] }),
  },
  {
    id: "wrong-name",
    harm: "an objective is about an endpoint that nothing has",
    expect: { outcome: "missing", code: "undecided" },
    plant: (scene) =>
      withLoad(scene, {
        slo: [
          sloResult({
            outcome: "inconclusive",
            reason: 'nothing was measured of the endpoint "craete"',
            observed: null,
            interval: null,
            samples: 0,
          }),
        ],
      }),
  },
  {
    id: "invalid-run",
    harm: "the objectives belong to an invalid run",
    expect: { outcome: "missing", code: "invalid-objective" },
    plant: (scene) => withLoad(scene, { slo: [sloResult({ outcome: "invalid", reason: "the run is invalid" })] }),
  },
];
