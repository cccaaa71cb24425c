import type { Plant, PlantScene } from "@holdpoint/core";
import { harmTaxonomy, taxonomyScene } from "../../../scenes/error-taxonomy.ts";

export function sound(): PlantScene {
  return taxonomyScene();
}

export const plants: readonly Plant[] = [
  {
    id: "gone",
    harm: "the gateway ended at one of them",
    expect: { outcome: "fail", code: "not-live" },
    plant: harmTaxonomy(() => ({ after: { live: false, ready: false, honestAction: null } })),
  },
  {
    id: "stuck",
    harm: "the gateway stays unready",
    expect: { outcome: "fail", code: "not-ready" },
    plant: harmTaxonomy(({ after }) => ({ after: { ...after, ready: false } })),
  },
  {
    id: "slot-lost",
    harm: "an honest action does not get through any more",
    expect: { outcome: "fail", code: "honest-action-failed" },
    plant: harmTaxonomy(({ after }) => ({ after: { ...after, honestAction: "READY" } })),
  },
];
