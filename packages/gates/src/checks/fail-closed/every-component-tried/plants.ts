import type { Plant, PlantScene } from "@holdpoint/core";
import { failClosedScene, harmFailClosed } from "../../../scenes/fail-closed.ts";

export function sound(): PlantScene {
  return failClosedScene();
}

export const plants: readonly Plant[] = [
  {
    id: "executor-left-out",
    harm: "no rule of the executor was tried",
    expect: { outcome: "fail", code: "component-untried" },
    plant: harmFailClosed(({ rules }) => ({ rules: rules.filter(({ component }) => component !== "executor") })),
  },
];
