import type { CoverageBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { coverage } from "../../../scenes/coverage.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.coverage]: [coverage()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "one-line-short",
    harm: "one line fewer is covered than the floor asks for",
    expect: { outcome: "fail", code: "below-floor" },
    plant: (scene) => ({ ...scene, params: { linesPercent: 90.01 } }),
  },
  {
    id: "branches-untested",
    harm: "every second branch lost its test",
    expect: { outcome: "fail", code: "below-floor" },
    plant: (scene) =>
      withBody<CoverageBody>(scene, KIND.coverage, (body) => ({
        ...body,
        files: body.files.map((file) => ({ ...file, branches: { covered: 4, total: 10 } })),
      })),
  },
  {
    id: "branches-not-measured",
    harm: "the reporter no longer counts branches",
    expect: { outcome: "missing", code: "not-measured" },
    plant: (scene) =>
      withBody<CoverageBody>(scene, KIND.coverage, (body) => ({
        ...body,
        files: body.files.map((file) => ({ ...file, branches: null })),
      })),
  },
  {
    id: "floor-removed",
    harm: "the floor of a measured share is set to 0",
    expect: { outcome: "warn", code: "dead-floor" },
    plant: (scene) => ({ ...scene, params: { functionsPercent: 0 } }),
  },
];
