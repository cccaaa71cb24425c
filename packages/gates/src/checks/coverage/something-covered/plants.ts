import type { Count, CoverageBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { coverage } from "../../../scenes/coverage.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.coverage]: [coverage()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "counts-nothing",
    harm: "the report names its files and counts nothing in them",
    expect: { outcome: "missing", code: "nothing-counted" },
    plant: (scene) => counts(scene, () => ({ covered: 0, total: 0 })),
  },
  {
    id: "never-loaded",
    harm: "the instrumented code was never loaded by the tests",
    expect: { outcome: "fail", code: "nothing-covered" },
    plant: (scene) => counts(scene, ({ total }) => ({ covered: 0, total })),
  },
];

function counts(scene: PlantScene, change: (count: Count) => Count): PlantScene {
  const changed = (count: Count | null): Count | null => (count === null ? null : change(count));
  return withBody<CoverageBody>(scene, KIND.coverage, (body) => ({
    ...body,
    files: body.files.map((file) => ({
      ...file,
      lines: changed(file.lines),
      branches: changed(file.branches),
      functions: changed(file.functions),
    })),
  }));
}
