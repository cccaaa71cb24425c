import type { CoverageFile, JsonObject, Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { coverage, coveredFile } from "../../../scenes/coverage.ts";
import { coverageExceptions } from "../../../scenes/coverage-exceptions.ts";

/** Thirty lines, three of them uncovered on the exception's account. */
const FILES: readonly CoverageFile[] = [
  coveredFile("src/cart.ts"),
  coveredFile("src/money.ts"),
  coveredFile("src/store/disk.ts", { lines: { covered: 7, total: 10 } }),
];

export function sound(): PlantScene {
  return {
    bodies: { [KIND.coverageExceptions]: [coverageExceptions()], [KIND.coverage]: [coverage({ files: FILES })] },
    params: { maxExemptedLines: 3, maxExemptedPercent: 10, maxExceptions: 1 },
  };
}

export const plants: readonly Plant[] = [
  {
    id: "one-line-too-many",
    harm: "one line more is exempted than allowed",
    expect: { outcome: "fail", code: "too-many-lines" },
    plant: (scene) => limits(scene, { maxExemptedLines: 2 }),
  },
  {
    id: "share-too-large",
    harm: "a larger share is exempted than allowed",
    expect: { outcome: "fail", code: "too-large-share" },
    plant: (scene) => limits(scene, { maxExemptedPercent: 9.99 }),
  },
  {
    id: "one-exception-too-many",
    harm: "there is one exception more than allowed",
    expect: { outcome: "fail", code: "too-many-exceptions" },
    plant: (scene) => limits(scene, { maxExceptions: 0 }),
  },
];

function limits(scene: PlantScene, changes: JsonObject): PlantScene {
  return { ...scene, params: { ...scene.params, ...changes } };
}
