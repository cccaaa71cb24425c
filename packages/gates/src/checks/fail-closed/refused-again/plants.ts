import type { Plant, PlantScene } from "@holdpoint/core";
import { failClosedScene, harmFailClosed, harmRule } from "../../../scenes/fail-closed.ts";

export function sound(): PlantScene {
  return failClosedScene();
}

export const plants: readonly Plant[] = [
  {
    id: "denial-undone",
    harm: "a denied action is allowed when it is sent again",
    expect: { outcome: "fail", code: "second-try-differs" },
    plant: harmRule("denial-stays", { again: "SUCCEEDED" }),
  },
  {
    id: "tried-once",
    harm: "the drill tried everything once",
    expect: { outcome: "missing", code: "nothing-repeated" },
    plant: harmFailClosed(({ rules }) => ({ rules: rules.map((one) => ({ ...one, again: null })) })),
  },
];
