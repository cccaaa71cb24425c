import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { rejudgement } from "../../../scenes/rejudgement.ts";
import { importedSuite, suiteRun } from "../../../scenes/suite-run.ts";

export function sound(): PlantScene {
  const run = suiteRun({ environmentRemoved: ["CI", "GITHUB_ACTIONS"] });
  return { bodies: { [KIND.rejudgement]: [rejudgement()], [KIND.suiteRun]: [run] } };
}

export const plants: readonly Plant[] = [
  {
    id: "leaky-environment",
    harm: "the second judgement inherits the platform's variables",
    expect: { outcome: "fail", code: "judged-with-variables" },
    plant: (scene) => ({
      ...scene,
      bodies: { ...scene.bodies, [KIND.rejudgement]: [rejudgement({ environment: ["CI", "GITHUB_SHA"] })] },
    }),
  },
  {
    id: "imported-only",
    harm: "all reports come from the platform's own artifacts",
    expect: { outcome: "warn", code: "no-suite-ran" },
    plant: (scene) => ({ ...scene, bodies: { ...scene.bodies, [KIND.suiteRun]: [importedSuite()] } }),
  },
];
