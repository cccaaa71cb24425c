import type { CoverageBody, CoverageRemark, Plant, PlantScene } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { coverage } from "../../../scenes/coverage.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.coverage]: [coverage()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "rate-of-its-own",
    harm: "the report declares 95 % where its records show 60 %",
    expect: { outcome: "fail", code: "remark-fails" },
    plant: (scene) => remarks(scene, "rate-differs", "line-rate 0.95 is declared, 0.6 counted"),
  },
  {
    id: "more-than-can-be-kept",
    harm: "the report is odd in more places than are kept",
    expect: { outcome: "fail", code: "remark-fails" },
    plant: (scene) => remarks(scene, "more-remarks", "1234 remarks in all"),
  },
  {
    id: "file-twice",
    harm: "a file stands in the report twice",
    expect: { outcome: "warn", code: "remark" },
    plant: (scene) => remarks(scene, "duplicate-file", "src/cart.ts stands there twice"),
  },
];

function remarks(scene: PlantScene, code: CoverageRemark["code"], text: string): PlantScene {
  const remark: CoverageRemark = { code, file: "reports/unit.xml", line: 3, column: 7, text };
  return withBody<CoverageBody>(scene, KIND.coverage, (body) => ({ ...body, remarks: [remark] }));
}
