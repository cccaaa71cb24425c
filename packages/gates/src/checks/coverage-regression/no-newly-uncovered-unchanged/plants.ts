import type { ChangesBody, CoverageBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { judgedThen } from "../../../scenes/baseline-gates.ts";
import { changes } from "../../../scenes/changes.ts";
import { coverage } from "../../../scenes/coverage.ts";
import { promotedCoverage } from "../../../evidence/promoted-coverage.ts";

export function sound(): PlantScene {
  return {
    bodies: { [KIND.coverage]: [coverage()], [KIND.changes]: [changes({ files: [] })] },
    baselineFacts: promotedCoverage([coverage()]),
    baselineGates: judgedThen("coverage-regression", "no-newly-uncovered-unchanged"),
  };
}

export const plants: readonly Plant[] = [
  {
    id: "test-deleted",
    harm: "a test was deleted and the code that it ran stands as it was",
    expect: { outcome: "warn", code: "newly-uncovered" },
    plant: withoutItsTest,
  },
  {
    id: "many-tests-deleted",
    harm: "more lines lost their test than may",
    expect: { outcome: "fail", code: "too-many-newly-uncovered" },
    plant: (scene) => ({ ...withoutItsTest(scene), params: { failAbove: 8 } }),
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
    id: "no-lines",
    harm: "the lines of the last promotion were lost",
    expect: { outcome: "missing", code: "baseline-silent" },
    plant: (scene) => ({ ...scene, baselineFacts: {} }),
  },
];

function withoutItsTest(scene: PlantScene): PlantScene {
  return withBody<CoverageBody>(scene, KIND.coverage, (body) => ({
    ...body,
    files: body.files.map((file) => ({
      ...file,
      lines: { covered: 6, total: 10 },
      coveredLines: "1-6",
      uncoveredLines: "7-10",
    })),
  }));
}
