import type { ChangesBody, CoverageBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { judgedThen } from "../../../scenes/baseline-gates.ts";
import { changedFile, changes } from "../../../scenes/changes.ts";
import { coverage } from "../../../scenes/coverage.ts";
import { promotedCoverage } from "../../../evidence/promoted-coverage.ts";

export function sound(): PlantScene {
  return {
    bodies: { [KIND.coverage]: [coverage()], [KIND.changes]: [changes({ files: [] })] },
    baselineFacts: promotedCoverage([coverage()]),
    baselineGates: judgedThen("coverage-regression", "exclusions-not-widened"),
  };
}

export const plants: readonly Plant[] = [
  {
    id: "folder-excluded",
    harm: "the configuration excludes the store, which nobody tests",
    expect: { outcome: "fail", code: "files-excluded" },
    plant: withoutStore,
  },
  {
    id: "moved-out-of-sight",
    harm: "a file was moved to where the configuration counts nothing",
    expect: { outcome: "fail", code: "files-excluded" },
    plant: (scene) =>
      withBody<ChangesBody>(withoutStore(scene), KIND.changes, (body) => ({
        ...body,
        files: [changedFile({ path: "tools/disk.ts", basePath: "src/store/disk.ts", status: "renamed", hunks: [] })],
      })),
  },
  {
    id: "told-to-look-away",
    harm: "a comment hides the uncovered line from the instrumenter",
    expect: { outcome: "fail", code: "lines-left-out" },
    plant: (scene) =>
      withBody<CoverageBody>(scene, KIND.coverage, (body) => ({
        ...body,
        files: body.files.map((file) => ({ ...file, lines: { covered: 9, total: 9 }, uncoveredLines: "" })),
      })),
  },
  {
    id: "other-base",
    harm: "the changes are counted from yesterday instead of from the last promotion",
    expect: { outcome: "missing", code: "other-base" },
    plant: (scene) =>
      withBody<ChangesBody>(scene, KIND.changes, (body) => ({
        ...body,
        base: { commit: "8".repeat(40), from: "option" },
      })),
  },
  {
    id: "no-list",
    harm: "the list of the last promotion was lost",
    expect: { outcome: "missing", code: "baseline-silent" },
    plant: (scene) => ({ ...scene, baselineFacts: {} }),
  },
];

function withoutStore(scene: PlantScene): PlantScene {
  return withBody<CoverageBody>(scene, KIND.coverage, (body) => ({
    ...body,
    files: body.files.filter(({ path }) => !path.startsWith("src/store/")),
  }));
}
