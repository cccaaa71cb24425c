import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { capacityFacts } from "../../../evidence/capacity-facts.ts";
import { promotedLoads } from "../../../evidence/promoted-loads.ts";
import { judgedThen } from "../../../scenes/baseline-gates.ts";
import { climb, withClimb, withWindows } from "../../../scenes/climb.ts";
import { latencySummary, loadTerms } from "../../../scenes/load.ts";

export function sound(): PlantScene {
  return {
    bodies: { [KIND.load]: [climb()] },
    baselineFacts: promotedLoads("capacity", capacityFacts, [climb()]),
    baselineGates: judgedThen("capacity", "capacity-not-fallen"),
  };
}

export const plants: readonly Plant[] = [
  {
    id: "a-third-less",
    harm: "the target gives way at 400 a second",
    expect: { outcome: "fail", code: "fell" },
    plant: (scene) => withWindows(scene, (_, at) => (at >= 20 && at < 35 ? { response: latencySummary(400, 20) } : {})),
  },
  {
    id: "climb-dropped",
    harm: "the climb was taken out of the configuration",
    expect: { outcome: "missing", code: "climb-gone" },
    plant: (scene) => withClimb(scene, { id: "capacity-other" }),
  },
  {
    id: "other-machine",
    harm: "the climb was made on another machine",
    expect: { outcome: "missing", code: "other-terms" },
    plant: (scene) => withClimb(scene, { terms: loadTerms({ arrivals: ["steps"], testbedSha256: "c".repeat(64) }) }),
  },
  {
    id: "no-figures",
    harm: "the figures of the last promotion were lost",
    expect: { outcome: "missing", code: "baseline-silent" },
    plant: (scene) => ({ ...scene, baselineFacts: {} }),
  },
];
