import type { CoverageBody, JsonObject, Plant, PlantScene } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { coverage } from "../../../scenes/coverage.ts";

const STORE: JsonObject = { id: "store", paths: ["src/store/**"], lines: 85, branches: 80, maxUncovered: 1 };

export function sound(): PlantScene {
  return { bodies: { [KIND.coverage]: [coverage()] }, params: { components: [STORE] } };
}

export const plants: readonly Plant[] = [
  {
    id: "store-untested",
    harm: "the store lost its tests while the whole project stays above its floor",
    expect: { outcome: "fail", code: "below-floor" },
    plant: (scene) =>
      withBody<CoverageBody>(scene, KIND.coverage, (body) => ({
        ...body,
        files: body.files.map((file) =>
          file.path.startsWith("src/store/") ? { ...file, lines: { covered: 5, total: 10 } } : file,
        ),
      })),
  },
  {
    id: "one-line-too-many",
    harm: "one line more is uncovered than the component may have",
    expect: { outcome: "fail", code: "too-many-uncovered" },
    plant: (scene) => components(scene, { ...STORE, maxUncovered: 0 }),
  },
  {
    id: "folder-renamed",
    harm: "the folder was renamed and the pattern fits nothing any more",
    expect: { outcome: "fail", code: "rule-matches-nothing" },
    plant: (scene) => components(scene, { ...STORE, paths: ["src/storage/**"] }),
  },
  {
    id: "branches-not-measured",
    harm: "branches of the component are not counted any more",
    expect: { outcome: "missing", code: "not-measured" },
    plant: (scene) =>
      withBody<CoverageBody>(scene, KIND.coverage, (body) => ({
        ...body,
        files: body.files.map((file) => ({ ...file, branches: null })),
      })),
  },
  {
    id: "floor-outgrown",
    harm: "the component's floor is 60 points below what it reaches",
    expect: { outcome: "warn", code: "dead-floor" },
    plant: (scene) => components(scene, { ...STORE, lines: 30 }),
  },
];

function components(scene: PlantScene, ...list: readonly JsonObject[]): PlantScene {
  return { ...scene, params: { components: list } };
}
