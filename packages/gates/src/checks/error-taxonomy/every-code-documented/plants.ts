import type { Plant, PlantScene } from "@holdpoint/core";
import { harmTaxonomy, taxonomyScene } from "../../../scenes/error-taxonomy.ts";

export function sound(): PlantScene {
  return taxonomyScene();
}

export const plants: readonly Plant[] = [
  {
    id: "page-lost",
    harm: "the page was deleted",
    expect: { outcome: "fail", code: "page-absent" },
    plant: harmTaxonomy(({ documentation }) => ({ documentation: { ...documentation, file: null } })),
  },
  {
    id: "page-outdated",
    harm: "a new code is not on the page",
    expect: { outcome: "fail", code: "undocumented" },
    plant: harmTaxonomy(({ documentation }) => ({
      documentation: { ...documentation, codes: documentation.codes.slice(0, -1) },
    })),
  },
  {
    id: "code-removed",
    harm: "a code was removed from the registry and not from the page",
    expect: { outcome: "fail", code: "documented-unregistered" },
    plant: harmTaxonomy(({ documentation }) => ({
      documentation: { ...documentation, codes: [...documentation.codes, "HP-GATEWAY-OLD"] },
    })),
  },
];
