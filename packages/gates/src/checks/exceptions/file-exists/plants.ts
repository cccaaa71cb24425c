import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { withExceptions } from "../../../evidence/coverage-exceptions.ts";
import { coverageExceptions } from "../../../scenes/coverage-exceptions.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.coverageExceptions]: [coverageExceptions()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "file-removed",
    harm: "the file was removed and the exception stayed open",
    expect: { outcome: "fail", code: "no-file" },
    plant: (scene) => withExceptions(scene, () => ({ matches: [] })),
  },
];
