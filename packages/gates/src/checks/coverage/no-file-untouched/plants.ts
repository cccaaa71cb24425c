import type { CoverageBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { coverage, coveredFile } from "../../../scenes/coverage.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.coverage]: [coverage()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "one-file-untested",
    harm: "a new file comes without any test",
    expect: { outcome: "warn", code: "untouched" },
    plant: (scene) => untested(scene, 1),
  },
  {
    id: "a-folder-untested",
    harm: "a whole folder of new files comes without any test",
    expect: { outcome: "fail", code: "too-many-untouched" },
    plant: (scene) => untested(scene, 11),
  },
];

function untested(scene: PlantScene, number: number): PlantScene {
  const files = Array.from({ length: number }, (_, index) =>
    coveredFile(`src/new/file${index}.ts`, { lines: { covered: 0, total: 6 }, uncoveredLines: "1-6" }),
  );
  return withBody<CoverageBody>(scene, KIND.coverage, (body) => ({ ...body, files: [...body.files, ...files] }));
}
