import type { ChangesBody, CoverageBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { addedFile, changedFile, changes } from "../../../scenes/changes.ts";
import { coverage, coveredFile } from "../../../scenes/coverage.ts";

export function sound(): PlantScene {
  return {
    bodies: { [KIND.coverage]: [coverage()], [KIND.changes]: [changes()] },
    params: { minLines: 2, maxUncovered: 4 },
  };
}

const UNTESTED = coveredFile("src/new.ts", {
  lines: { covered: 0, total: 4 },
  coveredLines: "",
  uncoveredLines: "1-4",
});

export const plants: readonly Plant[] = [
  {
    id: "new-code-untested",
    harm: "a new file comes without a test while the whole stays above its floor",
    expect: { outcome: "fail", code: "below-floor" },
    plant: (scene) => withNewFile(scene, (body) => ({ ...body, files: [...body.files, UNTESTED] })),
  },
  {
    id: "small-but-risky",
    harm: "a small change leaves more lines uncovered than it may",
    expect: { outcome: "fail", code: "too-many-uncovered" },
    plant: (scene) => ({
      ...withNewFile(scene, (body) => ({ ...body, files: [...body.files, UNTESTED] })),
      params: { minLines: 100, maxUncovered: 3 },
    }),
  },
  {
    id: "new-file-unmeasured",
    harm: "a small source file is added that no test loads",
    expect: { outcome: "fail", code: "file-not-measured" },
    plant: (scene) => ({
      ...withNewFile(scene, (body) => ({ ...body, unmeasured: ["src/new.ts"] })),
      params: { minLines: 100, maxUncovered: null },
    }),
  },
  {
    id: "summary-only",
    harm: "the report is a summary that does not say which lines are covered",
    expect: { outcome: "missing", code: "lines-unsaid" },
    plant: (scene) =>
      withBody<CoverageBody>(scene, KIND.coverage, (body) => ({
        ...body,
        files: body.files.map((file) => ({ ...file, coveredLines: "", uncoveredLines: "" })),
      })),
  },
  {
    id: "diff-switched-off",
    harm: "an attribute tells git to treat the source file as binary",
    expect: { outcome: "missing", code: "change-hidden" },
    plant: (scene) => withChanges(scene, { files: [changedFile({ binary: true, hunks: [] })] }),
  },
  {
    id: "nothing-to-compare-with",
    harm: "the diff was made without a base",
    expect: { outcome: "missing", code: "no-base" },
    plant: (scene) => ({ ...withChanges(scene, { base: null, files: [] }), baselineFacts: {} }),
  },
];

function withNewFile(scene: PlantScene, change: (body: CoverageBody) => CoverageBody): PlantScene {
  const files = [addedFile("src/new.ts", 4)];
  return withChanges(withBody<CoverageBody>(scene, KIND.coverage, change), { files });
}

function withChanges(scene: PlantScene, patch: Partial<ChangesBody>): PlantScene {
  return withBody<ChangesBody>(scene, KIND.changes, (body) => ({ ...body, ...patch }));
}
