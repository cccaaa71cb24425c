import type { CoverageBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { coverage } from "../../../scenes/coverage.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.coverage]: [coverage()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "folder-renamed",
    harm: "the source folder was renamed and its pattern stayed",
    expect: { outcome: "fail", code: "glob-matches-nothing" },
    plant: (scene) =>
      withBody<CoverageBody>(scene, KIND.coverage, (body) => ({ ...body, deadGlobs: ["source/**/*.ts"] })),
  },
];
