import type { ComponentConfig, ContextConfig, Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { asParam, component, context, coverage } from "../../../scenes/coverage.ts";

export function sound(): PlantScene {
  return rules({}, {});
}

export const plants: readonly Plant[] = [
  {
    id: "folder-renamed",
    harm: "the folder was renamed and the pattern fits nothing any more",
    expect: { outcome: "fail", code: "rule-matches-nothing" },
    plant: () => rules({ paths: ["src/store/**", "src/storage/**"] }, {}),
  },
  {
    id: "context-of-nothing",
    harm: "the files that a context is about are misspelled",
    expect: { outcome: "fail", code: "rule-matches-nothing" },
    plant: () => rules({}, { paths: ["source/store/**"] }),
  },
  {
    id: "floor-outgrown",
    harm: "the component's floor is 36 points below what it reaches",
    expect: { outcome: "warn", code: "dead-floor" },
    plant: () => rules({ floors: { lines: 54 } }, {}),
  },
  {
    id: "floor-of-nothing",
    harm: "the floor for functions is 0",
    expect: { outcome: "warn", code: "dead-floor" },
    plant: () => rules({ floors: { lines: 85, functions: 0 } }, {}),
  },
  {
    id: "context-floor-of-nothing",
    harm: "the tests of a context have to cover 0 %",
    expect: { outcome: "warn", code: "dead-floor" },
    plant: () => rules({}, { lines: 0 }),
  },
];

function rules(one: Partial<ComponentConfig>, other: Partial<ContextConfig>): PlantScene {
  return {
    bodies: { [KIND.coverage]: [coverage()] },
    params: { components: asParam([component(one)]), contexts: asParam([context(other)]) },
  };
}
