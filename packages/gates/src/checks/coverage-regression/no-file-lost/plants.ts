import type { CoverageBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { judgedThen } from "../../../scenes/baseline-gates.ts";
import { coverage } from "../../../scenes/coverage.ts";
import { promotedCoverage } from "../../../evidence/promoted-coverage.ts";

export function sound(): PlantScene {
  return {
    bodies: { [KIND.coverage]: [coverage()] },
    baselineFacts: promotedCoverage([coverage()]),
    baselineGates: judgedThen("coverage-regression", "no-file-lost"),
  };
}

export const plants: readonly Plant[] = [
  {
    id: "left-out-of-the-report",
    harm: "the file with the worst coverage is left out of the report",
    expect: { outcome: "fail", code: "file-lost" },
    plant: (scene) => without(scene, ["src/store/disk.ts"]),
  },
  {
    id: "scope-narrowed",
    harm: "the configuration no longer counts a folder as source",
    expect: { outcome: "warn", code: "many-gone" },
    plant: (scene) => without(scene, []),
  },
  {
    id: "no-list",
    harm: "the list of the last promotion was lost",
    expect: { outcome: "missing", code: "baseline-silent" },
    plant: (scene) => ({ ...scene, baselineFacts: { "coverage-regression": {} } }),
  },
];

function without(scene: PlantScene, unmeasured: readonly string[]): PlantScene {
  return withBody<CoverageBody>(scene, KIND.coverage, (body) => ({
    ...body,
    files: body.files.filter((file) => file.path !== "src/store/disk.ts"),
    unmeasured,
  }));
}
