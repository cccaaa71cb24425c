import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { ledger } from "../../../scenes/ledger.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.ledger]: [ledger()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "history-replaced",
    harm: "the store is replaced by another history of the same length",
    expect: { outcome: "fail", code: "disagrees" },
    plant: () => checkpoints({ outside: 6, disagreeing: [".holdpoint/checkpoints/0000000022.txt"] }),
  },
  {
    id: "checkpoints-deleted",
    harm: "the folder of checkpoints is emptied",
    expect: { outcome: "fail", code: "none-outside" },
    plant: () => checkpoints({ outside: 0, disagreeing: [] }),
  },
];

function checkpoints(changed: { readonly outside: number; readonly disagreeing: readonly string[] }): PlantScene {
  return { bodies: { [KIND.ledger]: [ledger({ checkpoints: changed })] } };
}
