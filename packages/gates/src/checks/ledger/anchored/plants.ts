import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { ledger } from "../../../scenes/ledger.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.ledger]: [ledger()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "no-checkpoint-for-the-end",
    harm: "the last record has no checkpoint outside the store",
    expect: { outcome: "fail", code: "not-anchored" },
    plant: () => ({ bodies: { [KIND.ledger]: [ledger({ anchoredUpTo: 39 })] } }),
  },
  {
    id: "tail-cut-off",
    harm: "the last five records are deleted from the store",
    expect: { outcome: "fail", code: "tail-cut" },
    plant: () => ({ bodies: { [KIND.ledger]: [ledger({ size: 35 })] } }),
  },
];
