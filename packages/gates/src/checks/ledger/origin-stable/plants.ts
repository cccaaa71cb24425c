import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { judgedThen } from "../../../scenes/baseline-gates.ts";
import { ledger } from "../../../scenes/ledger.ts";

export function sound(): PlantScene {
  return {
    bodies: { [KIND.ledger]: [ledger()] },
    baselineFacts: { ledger: { origin: "holdpoint/scene" } },
    baselineGates: judgedThen("ledger", "origin-stable"),
  };
}

export const plants: readonly Plant[] = [
  {
    id: "renamed",
    harm: "the log goes on under another name",
    expect: { outcome: "warn", code: "origin-changed" },
    plant: (scene) => ({ ...scene, bodies: { [KIND.ledger]: [ledger({ origin: "holdpoint/other" })] } }),
  },
  {
    id: "no-origin-then",
    harm: "the last promotion did not judge its ledger",
    expect: { outcome: "missing", code: "baseline-silent" },
    plant: (scene) => ({ ...scene, baselineFacts: {} }),
  },
];
