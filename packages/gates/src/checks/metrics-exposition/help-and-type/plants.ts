import type { Plant, PlantScene } from "@holdpoint/core";
import { expositionScene, harmByProblem, harmExposition, problemOf } from "../../../scenes/exposition.ts";

export function sound(): PlantScene {
  return expositionScene();
}

export const plants: readonly Plant[] = [
  {
    id: "no-type",
    harm: "a family is written without TYPE",
    expect: { outcome: "fail", code: "no-type" },
    plant: harmByProblem("missing-type", { severity: "finding" }),
  },
  {
    id: "bare",
    harm: "samples stand there without anything",
    expect: { outcome: "fail", code: "no-type" },
    plant: harmByProblem("sample-without-family", { severity: "finding" }),
  },
  {
    id: "no-help",
    harm: "a family is written without HELP",
    expect: { outcome: "fail", code: "no-help" },
    plant: harmByProblem("missing-help", { severity: "finding" }),
  },
  {
    id: "excepted-in-cut-list",
    harm: "so much is excepted that other problems are not listed any more",
    expect: { outcome: "missing", code: "list-cut" },
    plant: (scene) => ({
      ...harmExposition(() => ({ problems: [problemOf("missing-type")], problemsLeftOut: 3 }))(scene),
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
