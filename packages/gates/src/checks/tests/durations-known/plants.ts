import type { Plant, PlantScene, TestResultsBody } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { testResults } from "../../../scenes/test-results.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.testResults]: [testResults()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "no-durations",
    harm: "the reporter leaves durations out",
    expect: { outcome: "warn", code: "unknown" },
    plant: (scene) => tookMs(scene, null),
  },
  {
    id: "no-time-passed",
    harm: "a made-up report in which every test took 0 ms",
    expect: { outcome: "warn", code: "all-zero" },
    plant: (scene) => tookMs(scene, 0),
  },
];

function tookMs(scene: PlantScene, durationMs: number | null): PlantScene {
  return withBody<TestResultsBody>(scene, KIND.testResults, (body) => ({
    ...body,
    cases: body.cases.map((test) => ({ ...test, durationMs })),
  }));
}
