import type { CoverageBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { coverage } from "../../../scenes/coverage.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.coverage]: [coverage(), coverage({ report: "process" })] } };
}

export const plants: readonly Plant[] = [
  {
    id: "empty-report",
    harm: "one report of two lists nothing",
    expect: { outcome: "missing", code: "report-empty" },
    plant: (scene) => inProcess(scene, (body) => ({ ...body, files: [] })),
  },
  {
    id: "another-repository",
    harm: "one report is about files of another repository",
    expect: { outcome: "fail", code: "no-tracked-file" },
    plant: (scene) =>
      inProcess(scene, (body) => ({ ...body, files: body.files.map((file) => ({ ...file, resolved: false })) })),
  },
  {
    id: "hardly-a-file",
    harm: "the report mentions one file where a hundred are wanted",
    expect: { outcome: "fail", code: "too-few-files" },
    plant: (scene) => ({
      ...inProcess(scene, (body) => ({ ...body, files: body.files.slice(0, 1) })),
      params: { minFiles: 3 },
    }),
  },
];

function inProcess(scene: PlantScene, change: (body: CoverageBody) => CoverageBody): PlantScene {
  return withBody<CoverageBody>(scene, KIND.coverage, (body) => (body.report === "process" ? change(body) : body));
}
