import type { Count, CoverageBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { judgedThen } from "../../../scenes/baseline-gates.ts";
import { coverage, coveredFile } from "../../../scenes/coverage.ts";

export function sound(): PlantScene {
  return {
    bodies: { [KIND.coverage]: [coverage()] },
    baselineFacts: {
      coverage: {
        reports: [{ id: "unit", format: "lcov", instrumenter: "node" }],
        totals: { lines: { covered: 275, total: 300 }, branches: { covered: 240, total: 300 } },
        files: ["src/cart.ts"],
      },
    },
    baselineGates: judgedThen("coverage", "not-below-last-promotion"),
  };
}

export const plants: readonly Plant[] = [
  {
    id: "new-code-untested",
    harm: "a hundred new lines come with tests for half of them",
    expect: { outcome: "fail", code: "fell" },
    plant: (scene) => lines(scene, { covered: 300, total: 400 }),
  },
  {
    id: "covered-code-removed",
    harm: "well tested code was taken away and the share falls with it",
    expect: { outcome: "warn", code: "share-fell" },
    plant: (scene) => lines(scene, { covered: 75, total: 100 }),
  },
  {
    id: "branches-gone",
    harm: "the reporter no longer counts branches",
    expect: { outcome: "fail", code: "metric-gone" },
    plant: (scene) =>
      withBody<CoverageBody>(scene, KIND.coverage, (body) => ({
        ...body,
        files: body.files.map((file) => ({ ...file, branches: null })),
      })),
  },
  {
    id: "kinder-instrumenter",
    harm: "another instrumenter counts the same code more kindly",
    expect: { outcome: "missing", code: "not-comparable" },
    plant: (scene) => withBody<CoverageBody>(scene, KIND.coverage, (body) => ({ ...body, instrumenter: "v8" })),
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
