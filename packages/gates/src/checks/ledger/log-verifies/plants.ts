import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { ledger } from "../../../scenes/ledger.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.ledger]: [ledger()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "byte-flipped",
    harm: "one byte of one record is changed in the store",
    expect: { outcome: "fail", code: "log-broken" },
    plant: () => ({
      bodies: { [KIND.ledger]: [ledger({ problems: [{ code: "record-changed", where: "record 17" }] })] },
    }),
  },
];
