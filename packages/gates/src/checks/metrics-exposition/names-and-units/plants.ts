import type { Plant, PlantScene } from "@holdpoint/core";
import { expositionScene, harmByProblem, harmExposition, problemOf } from "../../../scenes/exposition.ts";

export function sound(): PlantScene {
  return expositionScene();
}

export const plants: readonly Plant[] = [
  {
    id: "milliseconds",
    harm: "a latency is measured in milliseconds",
    expect: { outcome: "fail", code: "unit-not-base" },
    plant: harmByProblem("unit-not-base", { severity: "finding" }),
  },
  {
    id: "other-unit",
    harm: "UNIT says seconds and the name does not",
    expect: { outcome: "fail", code: "unit-not-base" },
    plant: harmByProblem("unit-not-suffix"),
  },
  {
    id: "gauge-total",
    harm: "a gauge ends in _total",
    expect: { outcome: "fail", code: "name-misleads" },
    plant: harmByProblem("total-without-counter", { severity: "finding" }),
  },
  {
    id: "bare-counter",
    harm: "a counter does not end in _total",
    expect: { outcome: "fail", code: "name-misleads" },
    plant: harmByProblem("counter-without-total", { severity: "finding" }),
  },
  {
    id: "excepted-in-cut-list",
    harm: "so much is excepted that other problems are not listed any more",
    expect: { outcome: "missing", code: "list-cut" },
    plant: (scene) => ({
      ...harmExposition(() => ({ problems: [problemOf("unit-not-base")], problemsLeftOut: 3 }))(scene),
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
