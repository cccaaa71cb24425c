import type { Plant, PlantScene, TestMappingBody } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { testMapping } from "../../../scenes/test-mapping.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.testMapping]: [testMapping()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "outlived",
    harm: "a test stayed when its module was deleted",
    expect: { outcome: "warn", code: "loose-tests" },
    plant: (scene) =>
      withBody<TestMappingBody>(scene, KIND.testMapping, (body) => ({
        ...body,
        tests: [...body.tests, "src/old.test.ts"],
        looseTests: ["src/old.test.ts"],
      })),
  },
  {
    id: "built-first",
    harm: "every test imports what a build writes, which nobody tracks",
    expect: { outcome: "fail", code: "all-loose" },
    plant: (scene) =>
      withBody<TestMappingBody>(scene, KIND.testMapping, (body) => ({ ...body, looseTests: body.tests })),
  },
];
