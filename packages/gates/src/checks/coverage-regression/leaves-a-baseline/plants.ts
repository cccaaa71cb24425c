import type { CoverageBody, CoverageFile, Plant, PlantScene } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { coverage, coveredFile } from "../../../scenes/coverage.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.coverage]: [coverage()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "nothing-measured",
    harm: "the report mentions no file of the repository",
    expect: { outcome: "missing", code: "nothing-to-keep" },
    plant: (scene) => files(scene, () => []),
  },
  {
    id: "summary-only",
    harm: "the report is a summary that names no line",
    expect: { outcome: "warn", code: "lines-unsaid" },
    plant: (scene) => files(scene, (all) => all.map((file) => ({ ...file, coveredLines: "", uncoveredLines: "" }))),
  },
  {
    id: "larger-than-is-kept",
    harm: "every second line of eight hundred huge files is covered",
    expect: { outcome: "warn", code: "too-large" },
    plant: (scene) => files(scene, hugeFiles),
  },
];

function files(scene: PlantScene, change: (all: readonly CoverageFile[]) => readonly CoverageFile[]): PlantScene {
  return withBody<CoverageBody>(scene, KIND.coverage, (body) => ({ ...body, files: change(body.files) }));
}

function hugeFiles(): readonly CoverageFile[] {
  const coveredLines = Array.from({ length: 2_000 }, (_, index) => 1_000_000 + index * 2).join(",");
  const lines = { covered: 2_000, total: 2_000 };
  return Array.from({ length: 800 }, (_, index) =>
    coveredFile(`src/${index}.ts`, { lines, coveredLines, uncoveredLines: "" }),
  );
}
