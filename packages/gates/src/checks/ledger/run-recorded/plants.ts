import type { LedgerBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { ledger } from "../../../scenes/ledger.ts";

export function sound(): PlantScene {
  return log({});
}

export const plants: readonly Plant[] = [
  {
    id: "evidence-kept-back",
    harm: "a piece of evidence was judged and never recorded",
    expect: { outcome: "fail", code: "unrecorded" },
    plant: () => log({ unrecorded: [`sha256:${"d".repeat(64)}`] }),
  },
  {
    id: "nothing-recorded",
    harm: "the run wrote nothing to the log",
    expect: { outcome: "missing", code: "nothing-recorded" },
    plant: () => log({ recorded: 0 }),
  },
];

function log(changes: Partial<LedgerBody>): PlantScene {
  return { bodies: { [KIND.ledger]: [ledger(changes)] } };
}
