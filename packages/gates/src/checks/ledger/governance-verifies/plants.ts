import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { ledger } from "../../../scenes/ledger.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.ledger]: [ledger()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "waiver-edited",
    harm: "the expiry of a signed waiver is edited by hand",
    expect: { outcome: "fail", code: "record-rejected" },
    plant: () => rejected("governance/waivers/flaky.dsse.json", "signature-wrong"),
  },
  {
    id: "foreign-promotion",
    harm: "a promotion is signed with a key that nobody published",
    expect: { outcome: "fail", code: "record-rejected" },
    plant: () => rejected("governance/promotions/shop.dsse.json", "key-unknown"),
  },
];

function rejected(file: string, code: string): PlantScene {
  const problems = [{ file, code, text: "the record is not used" }];
  return { bodies: { [KIND.ledger]: [ledger({ governance: { files: 3, promotions: [], problems } })] } };
}
