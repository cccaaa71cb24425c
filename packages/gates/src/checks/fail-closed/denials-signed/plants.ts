import type { Plant, PlantScene } from "@holdpoint/core";
import { failClosedScene, harmFailClosed, harmRule } from "../../../scenes/fail-closed.ts";

export function sound(): PlantScene {
  return failClosedScene();
}

export const plants: readonly Plant[] = [
  {
    id: "denial-dropped",
    harm: "the DENY of a budget error is not there",
    expect: { outcome: "fail", code: "denial-absent" },
    plant: harmRule("budget-error", { denial: { present: false, verified: false } }),
  },
  {
    id: "denial-forged",
    harm: "the DENY of a budget error was changed",
    expect: { outcome: "fail", code: "denial-unverified" },
    plant: harmRule("budget-error", { denial: { present: true, verified: false } }),
  },
  {
    id: "nobody-asked",
    harm: "the drill asked for no DENY",
    expect: { outcome: "missing", code: "none-due" },
    plant: harmFailClosed(({ rules }) => ({ rules: rules.map((one) => ({ ...one, denial: null })) })),
  },
];
