import type { Plant, PlantScene } from "@holdpoint/core";
import { harmTaxonomy, taxonomyScene } from "../../../scenes/error-taxonomy.ts";

export function sound(): PlantScene {
  return taxonomyScene();
}

export const plants: readonly Plant[] = [
  {
    id: "half-a-drill",
    harm: "the drill ended after a dozen errors",
    expect: { outcome: "fail", code: "too-few" },
    plant: harmTaxonomy(({ provocations }) => ({
      provocations: provocations.filter((_, at) => at % 4 === 0),
    })),
  },
  {
    id: "stream-left-out",
    harm: "no error came out of the stream",
    expect: { outcome: "fail", code: "surface-silent" },
    plant: harmTaxonomy(({ provocations }) => ({
      provocations: provocations.map((one) => (one.surface === "stream" ? { ...one, surface: "http" } : one)),
    })),
  },
];
