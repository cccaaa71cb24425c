import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { withExceptions } from "../../../evidence/coverage-exceptions.ts";
import { asParam, component } from "../../../scenes/coverage.ts";
import { coverageExceptions } from "../../../scenes/coverage-exceptions.ts";

const GUARDIAN = component({ id: "guardian", paths: ["src/guardian/**"], critical: true });

export function sound(): PlantScene {
  return {
    bodies: { [KIND.coverageExceptions]: [coverageExceptions()] },
    params: { components: asParam([component(), GUARDIAN]) },
  };
}

export const plants: readonly Plant[] = [
  {
    id: "on-guardian",
    harm: "a file of the critical guardian was excepted",
    expect: { outcome: "fail", code: "on-critical" },
    plant: (scene) => withExceptions(scene, () => ({ matches: ["src/guardian/rules.ts"] })),
  },
  {
    id: "made-critical",
    harm: "the store became critical while an exception is open",
    expect: { outcome: "fail", code: "on-critical" },
    plant: (scene) => ({ ...scene, params: { components: asParam([component({ critical: true })]) } }),
  },
];
