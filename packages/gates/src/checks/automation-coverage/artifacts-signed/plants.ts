import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { artifact, artifacts } from "../../../scenes/artifacts.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.artifacts]: [artifacts()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "signature-deleted",
    harm: "the signature beside one artifact is deleted",
    expect: { outcome: "fail", code: "unsigned" },
    plant: () => ({
      bodies: { [KIND.artifacts]: [{ artifacts: [artifact("candidate"), artifact("tests", { signed: false })] }] },
    }),
  },
  {
    id: "nothing-signed",
    harm: "no artifact is signed",
    expect: { outcome: "fail", code: "unsigned" },
    plant: () => ({ bodies: { [KIND.artifacts]: [{ artifacts: [artifact("candidate", { signed: false })] }] } }),
  },
];
