import type { CoverageFile, Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { withExceptions } from "../../../evidence/coverage-exceptions.ts";
import { asParam, component, coverage, coveredFile } from "../../../scenes/coverage.ts";
import { coverageExceptions } from "../../../scenes/coverage-exceptions.ts";

const FILES: readonly CoverageFile[] = [
  coveredFile("src/cart.ts"),
  coveredFile("src/store/disk.ts", { lines: { covered: 7, total: 10 } }),
];

export function sound(): PlantScene {
  return {
    bodies: { [KIND.coverageExceptions]: [coverageExceptions()], [KIND.coverage]: [coverage({ files: FILES })] },
    params: { components: asParam([component()]) },
  };
}

export const plants: readonly Plant[] = [
  {
    id: "reached",
    harm: "the file reaches its floor and the exception stayed open",
    expect: { outcome: "warn", code: "reached" },
    plant: (scene) => ({ ...scene, bodies: { ...scene.bodies, [KIND.coverage]: [coverage()] } }),
  },
  {
    id: "nothing-asked",
    harm: "the component was taken out of the configuration",
    expect: { outcome: "warn", code: "excuses-nothing" },
    plant: (scene) => ({ ...scene, params: { components: [] } }),
  },
  {
    id: "not-measured",
    harm: "the report does not count the file any more",
    expect: { outcome: "warn", code: "not-measured" },
    plant: (scene) => ({
      ...scene,
      bodies: { ...scene.bodies, [KIND.coverage]: [coverage({ files: FILES.slice(0, 1) })] },
    }),
  },
  {
    id: "other-metric",
    harm: "the exception is about a metric that nothing asks for",
    expect: { outcome: "warn", code: "excuses-nothing" },
    plant: (scene) => withExceptions(scene, () => ({ metric: "branches" })),
  },
];
