import type { Plant, PlantScene } from "@holdpoint/core";
import { judgedThen } from "../../../scenes/baseline-gates.ts";
import { harmTaxonomy, taxonomy, taxonomyScene } from "../../../scenes/error-taxonomy.ts";

export function sound(): PlantScene {
  return {
    ...taxonomyScene(),
    baselineFacts: {
      "error-taxonomy": { statuses: taxonomy().registry.map(({ code, status }) => [code, status]) },
    },
    baselineGates: judgedThen("error-taxonomy", "codes-kept"),
  };
}

export const plants: readonly Plant[] = [
  {
    id: "code-renamed",
    harm: "a code was renamed",
    expect: { outcome: "fail", code: "code-gone" },
    plant: harmTaxonomy(({ registry }) => ({
      registry: registry.map((one) => (one.code === "HP-GATEWAY-BODY" ? { ...one, code: "HP-GATEWAY-INPUT" } : one)),
    })),
  },
  {
    id: "status-moved",
    harm: "a code was given another status",
    expect: { outcome: "fail", code: "status-changed" },
    plant: harmTaxonomy(({ registry }) => ({
      registry: registry.map((one) => (one.status === 504 ? { ...one, status: 500 } : one)),
    })),
  },
  {
    id: "nothing-left",
    harm: "the last promotion left no codes",
    expect: { outcome: "missing", code: "baseline-silent" },
    plant: (scene) => ({ ...scene, baselineFacts: { "error-taxonomy": { statuses: [["HP-GATEWAY-BODY", "400"]] } } }),
  },
];
