import type { LedgerKey, Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { ledger, ledgerKey } from "../../../scenes/ledger.ts";

export function sound(): PlantScene {
  return keys(ledgerKey(), ledgerKey({ fingerprint: "SHA256:older", current: false, revoked: true }));
}

export const plants: readonly Plant[] = [
  {
    id: "key-revoked",
    harm: "the key that signs was revoked yesterday",
    expect: { outcome: "fail", code: "revoked" },
    plant: () => keys(ledgerKey({ revoked: true })),
  },
  {
    id: "only-old-keys",
    harm: "only keys of the past are there",
    expect: { outcome: "fail", code: "no-current-key" },
    plant: () => keys(ledgerKey({ current: false })),
  },
  {
    id: "two-current-keys",
    harm: "a second key appeared without a rotation",
    expect: { outcome: "fail", code: "several-current" },
    plant: () => keys(ledgerKey(), ledgerKey({ fingerprint: "SHA256:another" })),
  },
];

function keys(...all: readonly LedgerKey[]): PlantScene {
  return { bodies: { [KIND.ledger]: [ledger({ keys: all })] } };
}
