import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { ledger } from "../../../scenes/ledger.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.ledger]: [ledger()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "journal-in-memory",
    harm: "the journal is kept in memory to be faster",
    expect: { outcome: "fail", code: "not-write-ahead" },
    plant: () => ({ bodies: { [KIND.ledger]: [ledger({ durability: { journal: "memory", synchronous: "full" } })] } }),
  },
  {
    id: "not-flushed",
    harm: "commits are acknowledged before they are on the disk",
    expect: { outcome: "fail", code: "not-flushed" },
    plant: () => ({ bodies: { [KIND.ledger]: [ledger({ durability: { journal: "wal", synchronous: "normal" } })] } }),
  },
];
