import type { CoverageFile, Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { coverage, coveredFile } from "../../../scenes/coverage.ts";
import { coverageExceptions } from "../../../scenes/coverage-exceptions.ts";

const disk = (covered: number): CoverageFile => coveredFile("src/store/disk.ts", { lines: { covered, total: 10 } });
const FILES: readonly CoverageFile[] = [disk(7)];

export function sound(): PlantScene {
  return {
    bodies: { [KIND.coverageExceptions]: [coverageExceptions()], [KIND.coverage]: [coverage({ files: FILES })] },
  };
}

export const plants: readonly Plant[] = [
  {
    id: "one-more",
    harm: "one more line of the file is uncovered than was decided",
    expect: { outcome: "warn", code: "grew" },
    plant: (scene) => ({
      ...scene,
      bodies: { ...scene.bodies, [KIND.coverage]: [coverage({ files: [disk(6)] })] },
    }),
  },
];
