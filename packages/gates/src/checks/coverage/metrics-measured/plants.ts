import type { CoverageBody, CoverageFile, Plant, PlantScene } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { coverage } from "../../../scenes/coverage.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.coverage]: [coverage()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "no-lines",
    harm: "the report counts functions only",
    expect: { outcome: "missing", code: "not-measured" },
    plant: (scene) => files(scene, (file) => ({ ...file, lines: null })),
  },
  {
    id: "lines-only",
    harm: "the report counts lines only",
    expect: { outcome: "missing", code: "none-of" },
    plant: (scene) => files(scene, (file) => ({ ...file, branches: null, functions: null })),
  },
  {
    id: "half-the-files",
    harm: "a second tool that knows no branches measures one of the files",
    expect: { outcome: "warn", code: "partly-measured" },
    plant: (scene) => files(scene, (file) => (file.path === "src/cart.ts" ? { ...file, branches: null } : file)),
  },
];

function files(scene: PlantScene, change: (file: CoverageFile) => CoverageFile): PlantScene {
  return withBody<CoverageBody>(scene, KIND.coverage, (body) => ({ ...body, files: body.files.map(change) }));
}
