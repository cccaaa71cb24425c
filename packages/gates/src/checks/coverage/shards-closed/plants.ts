import type { Plant, PlantScene, SuiteRunBody } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { asParam, component, coverage } from "../../../scenes/coverage.ts";
import { suiteRun } from "../../../scenes/suite-run.ts";

const SHARDS = [
  { id: "api", reports: ["api"], suites: ["unit"] },
  { id: "store", reports: ["store"], suites: [] },
];

export function sound(): PlantScene {
  return {
    bodies: {
      [KIND.coverage]: [coverage({ report: "api", shard: "api" }), coverage({ report: "store", shard: "store" })],
      [KIND.suiteRun]: [suiteRun()],
    },
    params: { shards: asParam(SHARDS), components: asParam([component({ shards: ["api", "store"] })]) },
  };
}

export const plants: readonly Plant[] = [
  {
    id: "job-never-came",
    harm: "the verdict is asked for before the second job has ended",
    expect: { outcome: "missing", code: "shard-missing" },
    plant: (scene) => withReports(scene, [coverage({ report: "api", shard: "api" })]),
  },
  {
    id: "same-shard-twice",
    harm: "the first job's report stands in the place of the second one's",
    expect: { outcome: "missing", code: "shard-missing" },
    plant: (scene) =>
      withReports(scene, [coverage({ report: "api", shard: "api" }), coverage({ report: "store", shard: "api" })]),
  },
  {
    id: "suite-never-ran",
    harm: "the shard brought a report, but its suite has not ended",
    expect: { outcome: "missing", code: "shard-missing" },
    plant: (scene) => ({
      ...scene,
      bodies: { ...scene.bodies, [KIND.suiteRun]: [suiteRun({ suite: "other" }) satisfies SuiteRunBody] },
    }),
  },
  {
    id: "component-without-its-shard",
    harm: "a component needs a third shard that nothing brings",
    expect: { outcome: "missing", code: "shard-missing" },
    plant: (scene) => ({
      ...scene,
      params: { ...scene.params, components: asParam([component({ shards: ["windows"] })]) },
    }),
  },
  {
    id: "shard-nobody-named",
    harm: "a job was added to the matrix that the configuration does not know",
    expect: { outcome: "warn", code: "shard-unknown" },
    plant: (scene) =>
      withReports(scene, [...(scene.bodies[KIND.coverage] ?? []), coverage({ report: "new", shard: "new" })]),
  },
];

function withReports(scene: PlantScene, reports: readonly unknown[]): PlantScene {
  return { ...scene, bodies: { ...scene.bodies, [KIND.coverage]: reports } };
}
