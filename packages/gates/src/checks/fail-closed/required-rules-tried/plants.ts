import type { Plant, PlantScene } from "@holdpoint/core";
import { failClosedScene, harmFailClosed, harmRule } from "../../../scenes/fail-closed.ts";

export function sound(): PlantScene {
  return failClosedScene();
}

export const plants: readonly Plant[] = [
  {
    id: "rule-taken-out",
    harm: "the drill does not try the budget any more",
    expect: { outcome: "fail", code: "rule-absent" },
    plant: harmFailClosed(({ rules }) => ({ rules: rules.filter(({ id }) => id !== "budget-error") })),
  },
  {
    id: "rule-skipped-here",
    harm: "the machine has no way to fill a disk",
    expect: { outcome: "fail", code: "rule-skipped" },
    plant: harmRule("audit-failure", { skipped: "no prlimit here", got: null }),
  },
];
