import type { Plant, PlantScene, TestMappingBody } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { testMapping } from "../../../scenes/test-mapping.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.testMapping]: [testMapping()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "not-text",
    harm: "a test was saved in another encoding",
    expect: { outcome: "fail", code: "unreadable" },
    plant: (scene) =>
      withBody<TestMappingBody>(scene, KIND.testMapping, (body) => ({
        ...body,
        unreadable: [{ path: "src/tax.test.ts", text: "bytes that are not UTF-8" }],
      })),
  },
  {
    id: "module-moved",
    harm: "a module was moved and its test still imports the old place",
    expect: { outcome: "warn", code: "unresolved" },
    plant: (scene) =>
      withBody<TestMappingBody>(scene, KIND.testMapping, (body) => ({
        ...body,
        unresolved: [{ path: "src/tax.test.ts", line: 3, specifier: "./duty.ts" }],
      })),
  },
];
