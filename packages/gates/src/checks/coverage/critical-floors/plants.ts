import type { ComponentConfig, CoverageBody, CoverageFile, Plant, PlantScene } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { asParam, component, coverage, coveredFile } from "../../../scenes/coverage.ts";

const KEYS: ComponentConfig = component({
  id: "keys",
  paths: ["src/keys/**"],
  floors: { lines: 80, branches: 80 },
  maxUncovered: { lines: 6 },
  critical: true,
});

export function sound(): PlantScene {
  const files = ["a", "b", "c"].map((name) => coveredFile(`src/keys/${name}.ts`));
  return { bodies: { [KIND.coverage]: [coverage({ files })] }, params: { components: asParam([KEYS]) } };
}

export const plants: readonly Plant[] = [
  {
    id: "branches-untested",
    harm: "every second branch of the key store lost its test",
    expect: { outcome: "fail", code: "below-floor" },
    plant: (scene) => files(scene, (file) => ({ ...file, branches: { covered: 5, total: 10 } })),
  },
  {
    id: "grace-for-the-critical",
    harm: "a missed floor is to be soft although the component is critical",
    expect: { outcome: "fail", code: "below-floor" },
    plant: (scene) =>
      files(withKeys(scene, { advisoryUntil: "2026-02-01" }), (file) => ({
        ...file,
        lines: { covered: 7, total: 10 },
      })),
  },
  {
    id: "one-line-too-many",
    harm: "one line more is uncovered than the component may have",
    expect: { outcome: "fail", code: "too-many-uncovered" },
    plant: (scene) => withKeys(scene, { maxUncovered: { lines: 2 } }),
  },
  {
    id: "folder-renamed",
    harm: "the key store moved and its rule measures nothing",
    expect: { outcome: "missing", code: "not-measured" },
    plant: (scene) => withKeys(scene, { paths: ["src/secrets/**"] }),
  },
  {
    id: "floor-lowered",
    harm: "the floor is lowered to what is reached without effort",
    expect: { outcome: "fail", code: "floor-too-low" },
    plant: (scene) => withKeys(scene, { floors: { lines: 80, branches: 40 } }),
  },
  {
    id: "hidden-in-the-component",
    harm: "two well tested files hide a third that nobody tests",
    expect: { outcome: "fail", code: "file-below" },
    plant: (scene) =>
      files(withKeys(scene, { floors: { lines: 80, branches: 80 }, maxUncovered: {} }), (file) => ({
        ...file,
        lines: file.path.endsWith("c.ts") ? { covered: 4, total: 10 } : { covered: 50, total: 50 },
      })),
  },
];

function files(scene: PlantScene, change: (file: CoverageFile) => CoverageFile): PlantScene {
  return withBody<CoverageBody>(scene, KIND.coverage, (body) => ({ ...body, files: body.files.map(change) }));
}

function withKeys(scene: PlantScene, changes: Partial<ComponentConfig>): PlantScene {
  return { ...scene, params: { components: asParam([{ ...KEYS, ...changes }]) } };
}
