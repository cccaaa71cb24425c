import type { CoverageRegister, Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { withBodies } from "../../../evidence/coverage-exceptions.ts";
import { coverageExceptions } from "../../../scenes/coverage-exceptions.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.coverageExceptions]: [coverageExceptions()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "typed-over",
    harm: "the end of an exception was typed over in the table",
    expect: { outcome: "fail", code: "register-differs" },
    plant: (scene) => register(scene, "differs", 9, 'cov-1: Expires is "2030-01-01", the records say "2026-03-03"'),
  },
  {
    id: "taken-out",
    harm: "the register was removed",
    expect: { outcome: "fail", code: "register-absent" },
    plant: (scene) => register(scene, "absent", null, "the file is not there"),
  },
  {
    id: "half-merged",
    harm: "the register was committed in the middle of a merge",
    expect: { outcome: "fail", code: "register-malformed" },
    plant: (scene) => register(scene, "malformed", 3, "a merge conflict is not resolved"),
  },
];

function register(scene: PlantScene, state: CoverageRegister["state"], line: number | null, text: string): PlantScene {
  return withBodies(scene, (body) => ({
    ...body,
    register: { file: "docs/coverage-exceptions.md", state, line, text },
  }));
}
