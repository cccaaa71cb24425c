import type { Plant, PlantScene } from "@holdpoint/core";
import { failClosedScene, harmFailClosed, harmRule } from "../../../scenes/fail-closed.ts";

export function sound(): PlantScene {
  return failClosedScene();
}

export const plants: readonly Plant[] = [
  {
    id: "receipt-dropped",
    harm: "the receipt of a budget error is not there",
    expect: { outcome: "fail", code: "receipt-absent" },
    plant: harmRule("budget-error", { receipt: { present: false, verified: false } }),
  },
  {
    id: "receipt-forged",
    harm: "the receipt of a budget error was changed",
    expect: { outcome: "fail", code: "receipt-unverified" },
    plant: harmRule("budget-error", { receipt: { present: true, verified: false } }),
  },
  {
    id: "nobody-asked",
    harm: "the drill asked for no receipt",
    expect: { outcome: "missing", code: "none-due" },
    plant: harmFailClosed(({ rules }) => ({ rules: rules.map((one) => ({ ...one, receipt: null })) })),
  },
];
