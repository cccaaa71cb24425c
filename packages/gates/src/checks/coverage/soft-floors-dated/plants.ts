import type { ComponentConfig, ContextConfig, Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { asParam, component, context, coverage } from "../../../scenes/coverage.ts";

export function sound(): PlantScene {
  return rules({ advisoryUntil: "2026-02-01" }, { advisoryUntil: "2026-03-01" });
}

export const plants: readonly Plant[] = [
  {
    id: "far-away",
    harm: "the floor is to hold in three years",
    expect: { outcome: "warn", code: "too-far" },
    plant: () => rules({ advisoryUntil: "2029-01-01" }, {}),
  },
  {
    id: "context-far-away",
    harm: "the tests of a quality have three years to come",
    expect: { outcome: "warn", code: "too-far" },
    plant: () => rules({}, { advisoryUntil: "2029-01-01" }),
  },
  {
    id: "day-has-come",
    harm: "the day of the soft floor is today",
    expect: { outcome: "warn", code: "grace-over" },
    plant: () => rules({ advisoryUntil: "2026-01-02" }, {}),
  },
  {
    id: "critical-but-soft",
    harm: "a critical component is to be soft for a month",
    expect: { outcome: "fail", code: "soft-critical" },
    plant: () => rules({ critical: true, advisoryUntil: "2026-02-01" }, {}),
  },
];

function rules(one: Partial<ComponentConfig>, other: Partial<ContextConfig>): PlantScene {
  return {
    bodies: { [KIND.coverage]: [coverage()] },
    params: { components: asParam([component(one)]), contexts: asParam([context(other)]) },
  };
}
