import type { GatewayLiveBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { gatewayLive } from "../../../scenes/gateway-live.ts";

export function sound(): PlantScene {
  return scene({});
}

export const plants: readonly Plant[] = [
  {
    id: "metric-absent",
    harm: "a state has no metric",
    expect: { outcome: "fail", code: "not-told" },
    plant: () => scene({ counters: [{ name: "ended DEAD", counted: 1, told: null }] }),
  },
  {
    id: "counted-twice",
    harm: "every retry counts as an end",
    expect: { outcome: "fail", code: "differs" },
    plant: () => scene({ counters: [{ name: "ended DEAD", counted: 1, told: 3 }] }),
  },
  {
    id: "nothing-counted",
    harm: "nothing is compared",
    expect: { outcome: "missing", code: "not-tried" },
    plant: () => scene({ counters: [] }),
  },
];

function scene(changes: Partial<GatewayLiveBody>): PlantScene {
  return { bodies: { [KIND.gatewayLive]: [gatewayLive(changes)] } };
}
