import type { Plant, PlantScene, TestMappingBody } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { testMapping } from "../../../scenes/test-mapping.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.testMapping]: [testMapping()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "tests-renamed",
    harm: "the tests were renamed and the pattern finds none of them",
    expect: { outcome: "fail", code: "too-few-tests" },
    plant: (scene) => withBody<TestMappingBody>(scene, KIND.testMapping, (body) => ({ ...body, tests: [] })),
  },
];
