import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND, SCENE_CANDIDATE } from "@holdpoint/core";
import { repository } from "../../../scenes/repository.ts";
import { suiteRun } from "../../../scenes/suite-run.ts";

const MANIFEST = { name: "package.json", sha256: "a".repeat(64) };

/** Two collectors that read the same manifest, and a suite whose report is judged. */
export function sound(): PlantScene {
  const run = suiteRun();
  const reports = run.reports.flatMap(({ path, sha256 }) => (sha256 === null ? [] : [{ name: path, sha256 }]));
  return {
    bodies: {
      [KIND.repository]: [repository()],
      [KIND.suiteRun]: [run],
      [KIND.dependencies]: [{}],
      [KIND.testResults]: [{}],
    },
    inputs: { [KIND.repository]: [[MANIFEST]], [KIND.dependencies]: [[MANIFEST]], [KIND.testResults]: [reports] },
  };
}

export const plants: readonly Plant[] = [
  {
    id: "coverage-of-yesterday",
    harm: "the coverage was measured on the commit before",
    expect: { outcome: "fail", code: "other-candidate" },
    plant: (scene) => ({
      ...scene,
      bodies: { ...scene.bodies, [KIND.coverage]: [{}] },
      envelopes: { [KIND.coverage]: [{ candidate: { ...SCENE_CANDIDATE, commit: "0".repeat(40) } }] },
    }),
  },
  {
    id: "evidence-of-two-runs",
    harm: "test results were taken over from an earlier run",
    expect: { outcome: "fail", code: "several-runs" },
    plant: (scene) => ({ ...scene, envelopes: { [KIND.testResults]: [{ run: "earlier" }] } }),
  },
  {
    id: "manifest-edited-meanwhile",
    harm: "the manifest was edited between two collectors",
    expect: { outcome: "fail", code: "input-changed" },
    plant: (scene) => ({
      ...scene,
      inputs: { ...scene.inputs, [KIND.dependencies]: [[{ ...MANIFEST, sha256: "b".repeat(64) }]] },
    }),
  },
  {
    id: "report-replaced",
    harm: "the report that is judged is not the one that the suite wrote",
    expect: { outcome: "fail", code: "input-changed" },
    plant: (scene) => {
      const [reports = []] = scene.inputs?.[KIND.testResults] ?? [];
      const replaced = reports.map(({ name }) => ({ name, sha256: "c".repeat(64) }));
      return { ...scene, inputs: { ...scene.inputs, [KIND.testResults]: [replaced] } };
    },
  },
];
