import type { Plant, PlantScene } from "@holdpoint/core";
import { failClosedScene, harmRule } from "../../../scenes/fail-closed.ts";

export function sound(): PlantScene {
  return failClosedScene();
}

export const plants: readonly Plant[] = [
  {
    id: "budget-ignored",
    harm: "an amount that is no number is let through",
    expect: { outcome: "fail", code: "let-through" },
    plant: harmRule("budget-error", { got: "SUCCEEDED" }),
  },
  {
    id: "refused-by-accident",
    harm: "a permit of another action is refused for its age",
    expect: { outcome: "fail", code: "other-reason" },
    plant: harmRule("permit-of-another-action", { got: "expired" }),
  },
];
