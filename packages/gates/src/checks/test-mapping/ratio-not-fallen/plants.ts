import type { JsonObject, Plant, PlantScene, TestMappingBody } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { judgedThen } from "../../../scenes/baseline-gates.ts";
import { mappedModule, testMapping, untested } from "../../../scenes/test-mapping.ts";

const BEFORE: JsonObject = {
  modules: ["src/cart.ts", "src/money.ts", "src/store/disk.ts", "src/tax.ts"],
  untested: [],
  ratio: { covered: 4, total: 4 },
};

export function sound(): PlantScene {
  return {
    bodies: { [KIND.testMapping]: [testMapping()] },
    baselineFacts: { "test-mapping": { ...BEFORE } },
    baselineGates: judgedThen("test-mapping", "ratio-not-fallen"),
  };
}

export const plants: readonly Plant[] = [
  {
    id: "new-modules-untested",
    harm: "a new module came without a test",
    expect: { outcome: "fail", code: "fell" },
    plant: (scene) =>
      withBody<TestMappingBody>(scene, KIND.testMapping, (body) => ({
        ...body,
        modules: [...body.modules, untested("src/new.ts")],
      })),
  },
  {
    id: "tested-modules-deleted",
    harm: "tested modules were deleted and the share falls with them",
    expect: { outcome: "warn", code: "share-fell" },
    plant: (scene) => shrunk(scene),
  },
  {
    id: "no-list",
    harm: "what the last promotion knew was lost",
    expect: { outcome: "missing", code: "baseline-silent" },
    plant: (scene) => ({ ...scene, baselineFacts: {} }),
  },
];

function shrunk(scene: PlantScene): PlantScene {
  const before: JsonObject = {
    modules: ["a.ts", "b.ts", "c.ts", "d.ts"],
    untested: ["a.ts"],
    ratio: { covered: 3, total: 4 },
  };
  const now = withBody<TestMappingBody>(scene, KIND.testMapping, (body) => ({
    ...body,
    modules: [untested("a.ts"), mappedModule("b.ts")],
  }));
  return { ...now, baselineFacts: { "test-mapping": before } };
}
