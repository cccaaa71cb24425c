import type { Plant, PlantScene } from "@holdpoint/core";
import { failClosedScene, harmRule } from "../../../scenes/fail-closed.ts";

export function sound(): PlantScene {
  return failClosedScene();
}

export const plants: readonly Plant[] = [
  {
    id: "executed-while-frozen",
    harm: "an action ran while the gateway was frozen",
    expect: { outcome: "fail", code: "effect-happened" },
    plant: harmRule("frozen-before-execution", { effects: 1 }),
  },
  {
    id: "nobody-counted",
    harm: "nobody counted what a changed permit caused",
    expect: { outcome: "missing", code: "effects-not-counted" },
    plant: harmRule("permit-verdict-changed", { effects: null, component: "executor" }),
  },
];
