import type { CoverageBody, Plant, PlantScene, UnmatchedPath } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { coverage } from "../../../scenes/coverage.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.coverage]: [coverage()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "container-path",
    harm: "the report was made in a container of another project",
    expect: { outcome: "fail", code: "unknown" },
    plant: (scene) => unmatched(scene, { reported: "/app/lib/legal.ts", why: "unknown", candidates: [] }),
  },
  {
    id: "two-index-files",
    harm: "the reported path fits two files of the monorepo",
    expect: { outcome: "fail", code: "ambiguous" },
    plant: (scene) =>
      unmatched(scene, { reported: "index.ts", why: "ambiguous", candidates: ["a/index.ts", "b/index.ts"] }),
  },
  {
    id: "climbing-path",
    harm: "the reported path climbs out of the repository",
    expect: { outcome: "fail", code: "outside" },
    plant: (scene) => unmatched(scene, { reported: "../../etc/a.ts", why: "outside", candidates: [] }),
  },
];

function unmatched(scene: PlantScene, path: UnmatchedPath): PlantScene {
  return withBody<CoverageBody>(scene, KIND.coverage, (body) => ({ ...body, unmatched: [path] }));
}
