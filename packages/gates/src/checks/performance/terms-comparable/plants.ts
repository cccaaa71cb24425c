import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { performanceFacts } from "../../../evidence/load-facts.ts";
import { promotedLoads } from "../../../evidence/promoted-loads.ts";
import { judgedThen } from "../../../scenes/baseline-gates.ts";
import { load, loadTerms, withLoad } from "../../../scenes/load.ts";

export function sound(): PlantScene {
  return {
    bodies: { [KIND.load]: [load()] },
    baselineFacts: promotedLoads("performance", performanceFacts, [load()]),
    baselineGates: judgedThen("performance", "terms-comparable"),
  };
}

export const plants: readonly Plant[] = [
  {
    id: "run-dropped",
    harm: "the slow run was taken out of the configuration",
    expect: { outcome: "missing", code: "run-gone" },
    plant: (scene) => withLoad(scene, { id: "gentle" }),
  },
  {
    id: "gentler-plan",
    harm: "the plan asks for less than it did",
    expect: { outcome: "missing", code: "other-terms" },
    plant: (scene) => withLoad(scene, { terms: loadTerms({ planSha256: "c".repeat(64) }) }),
  },
  {
    id: "faster-machine",
    harm: "it was measured on a larger machine",
    expect: { outcome: "missing", code: "other-terms" },
    plant: (scene) => withLoad(scene, { terms: loadTerms({ testbedSha256: "c".repeat(64) }) }),
  },
  {
    id: "other-tool",
    harm: "another tool made the load",
    expect: { outcome: "missing", code: "other-terms" },
    plant: (scene) => withLoad(scene, { tool: { name: "wrk", version: null } }),
  },
  {
    id: "no-figures",
    harm: "the figures of the last promotion were lost",
    expect: { outcome: "missing", code: "baseline-silent" },
    plant: (scene) => ({ ...scene, baselineFacts: {} }),
  },
];
