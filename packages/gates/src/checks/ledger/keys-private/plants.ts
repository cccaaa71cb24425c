import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { ledger, ledgerKey } from "../../../scenes/ledger.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.ledger]: [ledger()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "world-readable",
    harm: "the private key is readable by everybody on the machine",
    expect: { outcome: "fail", code: "readable-by-others" },
    plant: () => ({
      bodies: { [KIND.ledger]: [ledger({ keys: [ledgerKey({ mode: "0644", privateToOwner: false })] })] },
    }),
  },
  {
    id: "no-key",
    harm: "the folder of keys is empty",
    expect: { outcome: "fail", code: "no-key" },
    plant: () => ({ bodies: { [KIND.ledger]: [ledger({ keys: [] })] } }),
  },
];
