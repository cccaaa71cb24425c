import type { Plant, PlantScene } from "@holdpoint/core";
import { harmProvocation, taxonomyScene } from "../../../scenes/error-taxonomy.ts";

export function sound(): PlantScene {
  return taxonomyScene();
}

export const plants: readonly Plant[] = [
  {
    id: "conflict-made-success",
    harm: "a conflict is answered with 200 and no code",
    expect: { outcome: "fail", code: "no-code" },
    plant: harmProvocation("http-1", { code: null, status: 200, problem: null }),
  },
  {
    id: "code-made-up",
    harm: "a code came back that is in no registry",
    expect: { outcome: "fail", code: "code-unregistered" },
    plant: harmProvocation("action-4", { code: "HP-ACTION-ODD" }),
  },
];
