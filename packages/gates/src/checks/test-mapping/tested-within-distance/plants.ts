import type { Plant, PlantScene, TestMappingBody } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { mappedModule, testMapping } from "../../../scenes/test-mapping.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.testMapping]: [testMapping()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "one-test-for-all",
    harm: "one test of the whole is left, and it reaches the modules from far away",
    expect: { outcome: "warn", code: "far-from-tests" },
    plant: (scene) =>
      withBody<TestMappingBody>(scene, KIND.testMapping, (body) => ({
        ...body,
        modules: body.modules.map(({ path }) => mappedModule(path, { tests: ["src/main.test.ts"], distance: 4 })),
      })),
  },
];
