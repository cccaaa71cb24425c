import type { Count, CoverageBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { judgedThen } from "../../../scenes/baseline-gates.ts";
import { coverage, coveredFile } from "../../../scenes/coverage.ts";
import { promotedCoverage } from "../../../evidence/promoted-coverage.ts";

const THEN: CoverageBody = coverage({ files: [coveredFile("src/cart.ts", { lines: { covered: 275, total: 300 } })] });

export function sound(): PlantScene {
  return {
    bodies: { [KIND.coverage]: [THEN] },
    baselineFacts: promotedCoverage([THEN]),
    baselineGates: judgedThen("coverage-regression", "total-not-fallen"),
  };
}

export const plants: readonly Plant[] = [
  {
    id: "new-code-untested",
    harm: "a hundred new lines come with tests for a quarter of them",
    expect: { outcome: "fail", code: "fell" },
    plant: (scene) => lines(scene, { covered: 300, total: 400 }),
  },
  {
    id: "branches-untested",
    harm: "every second branch lost its test while the lines stay covered",
    expect: { outcome: "fail", code: "fell" },
    plant: (scene) =>
      withBody<CoverageBody>(scene, KIND.coverage, (body) => ({
        ...body,
        files: body.files.map((file) => ({ ...file, branches: { covered: 4, total: 10 } })),
      })),
  },
  {
    id: "covered-code-removed",
    harm: "well tested code was taken away and the share falls with it",
    expect: { outcome: "warn", code: "share-fell" },
    plant: (scene) => lines(scene, { covered: 75, total: 100 }),
  },
  {
    id: "grown-and-untested",
    harm: "the project doubles, and so does what nobody tests",
    expect: { outcome: "warn", code: "more-uncovered" },
    plant: (scene) => lines(scene, { covered: 550, total: 600 }),
  },
  {
    id: "one-line-too-many",
    harm: "eleven more lines are uncovered where ten are allowed, and the share rises",
    expect: { outcome: "fail", code: "too-many-more" },
    plant: (scene) => ({
      ...lines(scene, { covered: 9964, total: 10_000 }),
      params: { maxMoreUncovered: { lines: 10 } },
    }),
  },
  {
    id: "no-figures",
    harm: "the figures of the last promotion were lost",
    expect: { outcome: "missing", code: "baseline-silent" },
    plant: (scene) => ({ ...scene, baselineFacts: {} }),
  },
];

function lines(scene: PlantScene, count: Count): PlantScene {
  return withBody<CoverageBody>(scene, KIND.coverage, (body) => ({
    ...body,
    files: [coveredFile("src/cart.ts", { lines: count })],
  }));
}
