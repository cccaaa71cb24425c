import type { Plant, PlantScene } from "@holdpoint/core";
import { harmProvocation, harmTaxonomy, taxonomyScene } from "../../../scenes/error-taxonomy.ts";

export function sound(): PlantScene {
  return taxonomyScene();
}

export const plants: readonly Plant[] = [
  {
    id: "route-left-out",
    harm: "a route is served and not documented",
    expect: { outcome: "fail", code: "operation-undocumented" },
    plant: harmProvocation("http-2", { operation: { method: "POST", path: "/v1/hidden" } }),
  },
  {
    id: "status-left-out",
    harm: "a route answers 503 and its document does not know that",
    expect: { outcome: "fail", code: "status-undocumented" },
    plant: harmTaxonomy(({ operations }) => ({
      operations: operations.map((one) => ({ ...one, responses: ["200", "400"] })),
    })),
  },
];
