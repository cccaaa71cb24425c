import type { CoverageBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { coverage } from "../../../scenes/coverage.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.coverage]: [coverage()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "file-nobody-loads",
    harm: "a source file that no test loads is in no report",
    expect: { outcome: "fail", code: "unmeasured" },
    plant: (scene) =>
      withBody<CoverageBody>(scene, KIND.coverage, (body) => ({ ...body, unmeasured: ["src/refund.ts"] })),
  },
];
