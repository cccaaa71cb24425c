import type { Plant, PlantScene } from "@holdpoint/core";
import { failClosedScene, harmFailClosed, harmRule } from "../../../scenes/fail-closed.ts";

export function sound(): PlantScene {
  return failClosedScene();
}

export const plants: readonly Plant[] = [
  {
    id: "target-deaf",
    harm: "the target counts nothing, whatever is sent",
    expect: { outcome: "fail", code: "control-without-effect" },
    plant: harmRule("unknown-field", { control: 0 }),
  },
  {
    id: "no-control",
    harm: "nobody made the unharmed call",
    expect: { outcome: "missing", code: "control-absent" },
    plant: harmRule("unknown-field", { control: null }),
  },
  {
    id: "no-target",
    harm: "no rule had a target",
    expect: { outcome: "missing", code: "nothing-counted" },
    plant: harmFailClosed(({ rules }) => ({ rules: rules.map((one) => ({ ...one, effects: null })) })),
  },
];
