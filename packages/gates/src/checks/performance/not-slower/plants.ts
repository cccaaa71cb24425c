import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import type { LoadBody } from "@holdpoint/core";
import { withBody } from "@holdpoint/core";
import { performanceFacts } from "../../../evidence/load-facts.ts";
import { promotedLoads } from "../../../evidence/promoted-loads.ts";
import { judgedThen } from "../../../scenes/baseline-gates.ts";
import { latencySummary, load, withLoad } from "../../../scenes/load.ts";

export function sound(): PlantScene {
  return {
    bodies: { [KIND.load]: [load()] },
    baselineFacts: promotedLoads("performance", performanceFacts, [load()]),
    baselineGates: judgedThen("performance", "not-slower"),
  };
}

export const plants: readonly Plant[] = [
  {
    id: "twice-as-slow",
    harm: "every request takes twice as long",
    expect: { outcome: "fail", code: "slower" },
    plant: (scene) => withLoad(scene, { response: latencySummary(10_000, 2) }),
  },
  {
    id: "slow-tail",
    harm: "only one request in a hundred became slower",
    expect: { outcome: "fail", code: "slower" },
    plant: (scene) =>
      withBody<LoadBody>(scene, KIND.load, (body) => ({
        ...body,
        response: body.response === null ? null : { ...body.response, p99: 111 },
      })),
  },
  {
    id: "no-figures",
    harm: "the figures of the last promotion were lost",
    expect: { outcome: "missing", code: "baseline-silent" },
    plant: (scene) => ({ ...scene, baselineFacts: {} }),
  },
];
