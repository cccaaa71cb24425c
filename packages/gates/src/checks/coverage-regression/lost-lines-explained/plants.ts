import type { ChangesBody, CoverageBody, CoverageFile, Plant, PlantScene } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { judgedThen } from "../../../scenes/baseline-gates.ts";
import { changes } from "../../../scenes/changes.ts";
import { coverage } from "../../../scenes/coverage.ts";
import { promotedCoverage } from "../../../evidence/promoted-coverage.ts";

export function sound(): PlantScene {
  return {
    bodies: { [KIND.coverage]: [coverage()], [KIND.changes]: [changes({ files: [] })] },
    baselineFacts: promotedCoverage([coverage()]),
    baselineGates: judgedThen("coverage-regression", "lost-lines-explained"),
  };
}

export const plants: readonly Plant[] = [
  {
    id: "excluded-by-a-comment",
    harm: "a comment makes the instrumenter skip lines that did not change",
    expect: { outcome: "fail", code: "not-measured" },
    plant: (scene) => files(scene, (file) => ({ ...file, lines: { covered: 7, total: 8 }, coveredLines: "1-4,8-10" })),
  },
  {
    id: "file-out-of-the-report",
    harm: "a file left the report and is still there",
    expect: { outcome: "fail", code: "not-measured" },
    plant: (scene) => withBody<CoverageBody>(scene, KIND.coverage, (body) => ({ ...body, files: body.files.slice(1) })),
  },
  {
    id: "summary-only",
    harm: "the report became a summary that names no line",
    expect: { outcome: "missing", code: "lines-unsaid" },
    plant: (scene) => files(scene, (file) => ({ ...file, coveredLines: "", uncoveredLines: "" })),
  },
  {
    id: "other-base",
    harm: "the changes are counted from yesterday instead of from the last promotion",
    expect: { outcome: "missing", code: "other-base" },
    plant: (scene) => withChanges(scene, { base: { commit: "8".repeat(40), from: "option" } }),
  },
  {
    id: "no-base",
    harm: "the diff was made without a base",
    expect: { outcome: "missing", code: "other-base" },
    plant: (scene) => withChanges(scene, { base: null }),
  },
  {
    id: "no-lines",
    harm: "the lines of the last promotion were lost",
    expect: { outcome: "missing", code: "baseline-silent" },
    plant: (scene) => ({ ...scene, baselineFacts: {} }),
  },
];

function files(scene: PlantScene, change: (file: CoverageFile) => CoverageFile): PlantScene {
  return withBody<CoverageBody>(scene, KIND.coverage, (body) => ({ ...body, files: body.files.map(change) }));
}

function withChanges(scene: PlantScene, patch: Partial<ChangesBody>): PlantScene {
  return withBody<ChangesBody>(scene, KIND.changes, (body) => ({ ...body, ...patch }));
}
