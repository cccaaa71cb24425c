import type { Plant, PlantScene } from "@holdpoint/core";
import { failClosedScene, harmRule } from "../../../scenes/fail-closed.ts";

export function sound(): PlantScene {
  return failClosedScene();
}

export const plants: readonly Plant[] = [
  {
    id: "hangs",
    harm: "a start without a key hangs instead of being refused",
    expect: { outcome: "fail", code: "no-answer" },
    plant: harmRule("signing-key-missing", { got: null }),
  },
];
