import type { Count, CoverageBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { coverage } from "../../../scenes/coverage.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.coverage]: [coverage()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "lying-summary",
    harm: "the summary says that all is covered, the records have zero hits",
    expect: { outcome: "fail", code: "declares-more" },
    plant: (scene) => mismatch(scene, { covered: 2, total: 2 }, { covered: 0, total: 2 }),
  },
  {
    id: "records-lost",
    harm: "the summary was made for another number of lines",
    expect: { outcome: "warn", code: "declares-other" },
    plant: (scene) => mismatch(scene, { covered: 5, total: 9 }, { covered: 5, total: 7 }),
  },
];

function mismatch(scene: PlantScene, declared: Count, counted: Count): PlantScene {
  const one = { file: "src/cart.ts", line: 31, metric: "lines" as const, declared, counted };
  return withBody<CoverageBody>(scene, KIND.coverage, (body) => ({ ...body, mismatches: [one] }));
}
