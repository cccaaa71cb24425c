import type { Plant, PlantScene } from "@holdpoint/core";
import { expositionScene, harmByProblem, harmExposition, problemOf } from "../../../scenes/exposition.ts";

export function sound(): PlantScene {
  return expositionScene();
}

export const plants: readonly Plant[] = [
  {
    id: "type-changed",
    harm: "a counter became a gauge",
    expect: { outcome: "fail", code: "type-changed" },
    plant: harmByProblem("type-changed"),
  },
  {
    id: "vanished",
    harm: "a series went away while the process ran",
    expect: { outcome: "warn", code: "vanished" },
    plant: harmByProblem("series-vanished", { severity: "finding", line: null, column: null }),
  },
  {
    id: "excepted-in-cut-list",
    harm: "so much is excepted that other problems are not listed any more",
    expect: { outcome: "missing", code: "list-cut" },
    plant: (scene) => ({
      ...harmExposition(() => ({ problems: [problemOf("type-changed")], problemsLeftOut: 3 }))(scene),
      params: { except: ["http_requests_total"] },
    }),
  },
  {
    id: "dead-exception",
    harm: "the excepted family was put right or is gone",
    expect: { outcome: "warn", code: "entry-unused" },
    plant: (scene) => ({ ...scene, params: { except: ["gone_total"] } }),
  },
];
