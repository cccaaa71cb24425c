import type { JsonObject, Plant, PlantScene, TestMappingBody } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { testMapping, withoutTestsOf } from "../../../scenes/test-mapping.ts";

const STORE: JsonObject = { id: "store", paths: ["src/store/**"], floors: { lines: 90 }, critical: true };

export function sound(): PlantScene {
  return { bodies: { [KIND.testMapping]: [testMapping()] }, params: { components: [STORE] } };
}

export const plants: readonly Plant[] = [
  {
    id: "store-untested",
    harm: "the store lost its test while the ratio stays high",
    expect: { outcome: "fail", code: "untested-critical" },
    plant: (scene) =>
      withBody<TestMappingBody>(scene, KIND.testMapping, (body) => withoutTestsOf(body, "src/store/disk.ts")),
  },
  {
    id: "folder-renamed",
    harm: "the folder of the store was renamed and the component stayed",
    expect: { outcome: "fail", code: "rule-matches-nothing" },
    plant: (scene) => ({ ...scene, params: { components: [{ ...STORE, paths: ["src/storage/**"] }] } }),
  },
];
