import type { ComponentConfig, CoverageBody, CoverageException, Plant, PlantScene } from "@holdpoint/core";
import { KIND, SCENE_CANDIDATE, withBody } from "@holdpoint/core";
import { coverageExceptions, exception } from "../../../scenes/coverage-exceptions.ts";
import { asParam, component, coverage } from "../../../scenes/coverage.ts";

const STORE: ComponentConfig = component({ floors: { lines: 85, branches: 80 }, maxUncovered: { lines: 1 } });

export function sound(): PlantScene {
  return {
    bodies: {
      [KIND.coverage]: [coverage()],
      [KIND.coverageExceptions]: [coverageExceptions({ exceptions: [] })],
    },
    params: { components: asParam([STORE]) },
  };
}

export const plants: readonly Plant[] = [
  {
    id: "store-untested",
    harm: "the store lost its tests while the whole project stays above its floor",
    expect: { outcome: "fail", code: "below-floor" },
    plant: (scene) => withUntestedStore(scene),
  },
  {
    id: "one-line-too-many",
    harm: "one line more is uncovered than the component may have",
    expect: { outcome: "fail", code: "too-many-uncovered" },
    plant: (scene) => components(scene, { ...STORE, maxUncovered: { lines: 0 } }),
  },
  {
    id: "folder-renamed",
    harm: "the folder was renamed and the component has no file any more",
    expect: { outcome: "missing", code: "not-measured" },
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
    id: "not-there-yet",
    harm: "the component misses a floor that holds from next month on",
    expect: { outcome: "warn", code: "below-soft-floor" },
    plant: (scene) => withUntestedStore(components(scene, { ...STORE, advisoryUntil: "2026-02-01" })),
  },
  {
    id: "excepted",
    harm: "the store is short of four lines, and two people signed that five may stay uncovered",
    expect: { outcome: "warn", code: "below-floor-excepted" },
    plant: (scene) => withException(withUntestedStore(scene), {}),
  },
  {
    id: "exception-of-its-own",
    harm: "the candidate brings the exception that it needs along",
    expect: { outcome: "fail", code: "below-floor" },
    plant: (scene) => withException(withUntestedStore(scene), { introducedIn: SCENE_CANDIDATE.commit }),
  },
  {
    id: "exception-expired",
    harm: "the exception ended yesterday",
    expect: { outcome: "fail", code: "below-floor" },
    plant: (scene) => withException(withUntestedStore(scene), { expiresAt: "2026-01-01T00:00:00.000Z" }),
  },
  {
    id: "grace-over",
    harm: "the day until which the floor was soft has come",
    expect: { outcome: "fail", code: "below-floor" },
    plant: (scene) => withUntestedStore(components(scene, { ...STORE, advisoryUntil: "2026-01-02" })),
  },
];

function withException(scene: PlantScene, changes: Partial<CoverageException>): PlantScene {
  const exceptions = [exception({ atDecision: { covered: 5, total: 10 }, ...changes })];
  const bodies = { ...scene.bodies, [KIND.coverageExceptions]: [coverageExceptions({ exceptions })] };
  return { ...scene, bodies };
}

function withUntestedStore(scene: PlantScene): PlantScene {
  return withBody<CoverageBody>(scene, KIND.coverage, (body) => ({
    ...body,
    files: body.files.map((file) =>
      file.path.startsWith("src/store/") ? { ...file, lines: { covered: 5, total: 10 } } : file,
    ),
  }));
}

function components(scene: PlantScene, ...list: readonly ComponentConfig[]): PlantScene {
  return { ...scene, params: { components: asParam(list) } };
}
