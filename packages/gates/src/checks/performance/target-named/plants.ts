import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { load, loadTerms, withLoad } from "../../../scenes/load.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.load]: [load()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "no-target",
    harm: "the report does not say what was loaded",
    expect: { outcome: "missing", code: "target-unnamed" },
    plant: (scene) => withLoad(scene, { url: null }),
  },
  {
    id: "no-address",
    harm: "what is named is no address",
    expect: { outcome: "missing", code: "target-unnamed" },
    plant: (scene) => withLoad(scene, { url: "production" }),
  },
  {
    id: "password",
    harm: "the address holds a password",
    expect: { outcome: "fail", code: "credentials-shown" },
    plant: (scene) => withLoad(scene, { url: "https://ada:secret@shop.example/" }),
  },
  {
    id: "no-plan",
    harm: "nobody knows by which plan it was made",
    expect: { outcome: "missing", code: "plan-unsaid" },
    plant: (scene) => withLoad(scene, { terms: loadTerms({ planSha256: null }) }),
  },
];
