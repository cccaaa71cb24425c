import type { JsonObject, Plant, PlantScene, TestMappingBody } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { judgedThen } from "../../../scenes/baseline-gates.ts";
import { testMapping, withoutTestsOf } from "../../../scenes/test-mapping.ts";

const BEFORE: JsonObject = {
  modules: ["src/cart.ts", "src/money.ts", "src/store/disk.ts", "src/tax.ts"],
  untested: [],
  ratio: { covered: 4, total: 4 },
};

export function sound(): PlantScene {
  return {
    bodies: { [KIND.testMapping]: [testMapping()] },
    baselineFacts: { "test-mapping": { ...BEFORE } },
    baselineGates: judgedThen("test-mapping", "no-module-lost-its-tests"),
  };
}

export const plants: readonly Plant[] = [
  {
    id: "test-deleted",
    harm: "the test of a module was deleted",
    expect: { outcome: "fail", code: "tests-lost" },
    plant: (scene) => withBody<TestMappingBody>(scene, KIND.testMapping, (body) => withoutTestsOf(body, "src/tax.ts")),
  },
  {
    id: "no-list",
    harm: "what the last promotion knew was lost",
    expect: { outcome: "missing", code: "baseline-silent" },
    plant: (scene) => ({ ...scene, baselineFacts: {} }),
  },
];
