import type { Plant, PlantScene, TestMappingBody } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { mappedModule, testMapping } from "../../../scenes/test-mapping.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.testMapping]: [testMapping()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "only-types",
    harm: "the pattern finds only the files of types",
    expect: { outcome: "fail", code: "too-few-modules" },
    plant: (scene) =>
      withBody<TestMappingBody>(scene, KIND.testMapping, (body) => ({
        ...body,
        modules: [mappedModule("src/types.ts", { tests: [], by: "no-code", distance: null })],
      })),
  },
  {
    id: "scope-narrowed",
    harm: "the pattern finds one folder of many",
    expect: { outcome: "fail", code: "too-few-modules" },
    plant: (scene) => ({ ...scene, params: { minModules: 5 } }),
  },
];
