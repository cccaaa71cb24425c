import type { Plant, PlantScene, TestMappingBody } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { testMapping } from "../../../scenes/test-mapping.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.testMapping]: [testMapping()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "tests-moved",
    harm: "the tests moved to another folder and their pattern stayed",
    expect: { outcome: "fail", code: "glob-matches-nothing" },
    plant: (scene) =>
      withBody<TestMappingBody>(scene, KIND.testMapping, (body) => ({ ...body, deadGlobs: ["tests/**/*.test.ts"] })),
  },
];
