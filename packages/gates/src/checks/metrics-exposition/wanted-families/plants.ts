import type { Plant, PlantScene } from "@holdpoint/core";
import { expositionScene, harmExposition } from "../../../scenes/exposition.ts";

export function sound(): PlantScene {
  return expositionScene();
}

export const plants: readonly Plant[] = [
  {
    id: "collector-lost",
    harm: "the configuration wants a family that the page lost",
    expect: { outcome: "fail", code: "family-absent" },
    plant: harmExposition(() => ({ wanted: [{ family: "http_requests_total", found: false }] })),
  },
  {
    id: "said-to-be-there",
    harm: "a family is said to have been found, and no family of the page is called so",
    expect: { outcome: "fail", code: "family-absent" },
    plant: harmExposition(() => ({ wanted: [{ family: "http_errors_total", found: true }] })),
  },
  {
    id: "renamed",
    harm: "a family that the profile wants was renamed",
    expect: { outcome: "fail", code: "family-absent" },
    plant: (scene) => ({ ...scene, params: { families: ["http_errors_total"] } }),
  },
  {
    id: "only-comments",
    harm: "the family has its comments and no sample any more",
    expect: { outcome: "fail", code: "family-absent" },
    plant: (scene) => ({
      ...harmExposition(({ families }) => ({ families: families.map((one) => ({ ...one, series: 0 })) }))(scene),
      params: { families: ["http_requests_total"] },
    }),
  },
];
