import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { withExceptions } from "../../../evidence/coverage-exceptions.ts";
import { coverageExceptions } from "../../../scenes/coverage-exceptions.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.coverageExceptions]: [coverageExceptions()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "todo",
    harm: "the rationale is a placeholder",
    expect: { outcome: "fail", code: "no-rationale" },
    plant: (scene) => withExceptions(scene, () => ({ rationale: "TODO" })),
  },
  {
    id: "unmitigated",
    harm: "nothing is done instead of testing",
    expect: { outcome: "fail", code: "no-mitigation" },
    plant: (scene) => withExceptions(scene, () => ({ mitigation: "none" })),
  },
  {
    id: "said-twice",
    harm: "the mitigation is the rationale once more",
    expect: { outcome: "fail", code: "mitigation-repeats" },
    plant: (scene) => withExceptions(scene, ({ rationale }) => ({ mitigation: `${rationale.toUpperCase()}.` })),
  },
];
