import type { ContextConfig, CoverageBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { asParam, context, coverage } from "../../../scenes/coverage.ts";

const COVERED = [{ id: "security", files: [{ path: "src/store/disk.ts", coveredLines: "1-6" }] }];

export function sound(): PlantScene {
  return {
    bodies: { [KIND.coverage]: [coverage({ contexts: COVERED })] },
    params: { contexts: asParam([context()]) },
  };
}

export const plants: readonly Plant[] = [
  {
    id: "only-run-past",
    harm: "the store's lines are covered, but by tests that do not look at security",
    expect: { outcome: "fail", code: "below-floor" },
    plant: (scene) => withContexts(scene, [{ id: "security", files: [] }]),
  },
  {
    id: "lines-that-are-not-there",
    harm: "the context claims lines that no report measures",
    expect: { outcome: "fail", code: "below-floor" },
    plant: (scene) =>
      withContexts(scene, [{ id: "security", files: [{ path: "src/store/disk.ts", coveredLines: "1-4,11-90" }] }]),
  },
  {
    id: "not-there-yet",
    harm: "the context misses a floor that holds from next month on",
    expect: { outcome: "warn", code: "below-soft-floor" },
    plant: (scene) => rule(scene, { lines: 80, advisoryUntil: "2026-02-01" }),
  },
  {
    id: "contexts-off",
    harm: "the tool no longer records contexts",
    expect: { outcome: "missing", code: "context-not-recorded" },
    plant: (scene) => withContexts(scene, []),
  },
  {
    id: "folder-renamed",
    harm: "the folder that the context is about was renamed",
    expect: { outcome: "missing", code: "not-measured" },
    plant: (scene) => rule(scene, { paths: ["src/storage/**"] }),
  },
  {
    id: "summary-only",
    harm: "the report is a summary without lines",
    expect: { outcome: "missing", code: "lines-unsaid" },
    plant: (scene) =>
      withBody<CoverageBody>(scene, KIND.coverage, (body) => ({
        ...body,
        files: body.files.map((file) => ({ ...file, coveredLines: "", uncoveredLines: "" })),
      })),
  },
];

function withContexts(scene: PlantScene, contexts: CoverageBody["contexts"]): PlantScene {
  return withBody<CoverageBody>(scene, KIND.coverage, (body) => ({ ...body, contexts }));
}

function rule(scene: PlantScene, changes: Partial<ContextConfig>): PlantScene {
  return { ...scene, params: { contexts: asParam([context(changes)]) } };
}
