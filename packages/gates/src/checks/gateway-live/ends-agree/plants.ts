import type { GatewayLiveBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { gatewayEnd, gatewayLive } from "../../../scenes/gateway-live.ts";

export function sound(): PlantScene {
  return scene({});
}

export const plants: readonly Plant[] = [
  {
    id: "failure-told-as-success",
    harm: "the receipt says DEAD, the answer SUCCEEDED",
    expect: { outcome: "fail", code: "answer-differs" },
    plant: () => scene({ ends: [gatewayEnd({ wanted: "DEAD", answered: "SUCCEEDED" })] }),
  },
  {
    id: "listing-behind",
    harm: "the listing still shows the state before the last",
    expect: { outcome: "fail", code: "listing-differs" },
    plant: () => scene({ ends: [gatewayEnd({ listed: "RUNNING" })] }),
  },
  {
    id: "no-end",
    harm: "no action is brought to an end",
    expect: { outcome: "missing", code: "not-tried" },
    plant: () => scene({ ends: [] }),
  },
];

function scene(changes: Partial<GatewayLiveBody>): PlantScene {
  return { bodies: { [KIND.gatewayLive]: [gatewayLive(changes)] } };
}
