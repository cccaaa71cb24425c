import type { Plant, PlantScene, TestMappingBody } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { mappedModule, testMapping, withoutTestsOf } from "../../../scenes/test-mapping.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.testMapping]: [testMapping()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "test-deleted",
    harm: "the test of one module of four was deleted",
    expect: { outcome: "fail", code: "below-floor" },
    plant: (scene) => withBody<TestMappingBody>(scene, KIND.testMapping, (body) => withoutTestsOf(body, "src/tax.ts")),
  },
  {
    id: "only-types",
    harm: "nothing is left but a file of types",
    expect: { outcome: "missing", code: "nothing-to-test" },
    plant: (scene) =>
      withBody<TestMappingBody>(scene, KIND.testMapping, (body) => ({
        ...body,
        modules: [mappedModule("src/types.ts", { tests: [], by: "no-code", distance: null })],
      })),
  },
  {
    id: "floor-outgrown",
    harm: "the floor is 60 points below what is reached",
    expect: { outcome: "warn", code: "dead-floor" },
    plant: (scene) => ({ ...scene, params: { ratioPercent: 40 } }),
  },
];
