import type { GatewayLiveBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { gatewayCall, gatewayLive } from "../../../scenes/gateway-live.ts";

export function sound(): PlantScene {
  return scene({});
}

export const plants: readonly Plant[] = [
  {
    id: "teapot",
    harm: "a route answers 418, which no document names",
    expect: { outcome: "fail", code: "status-undocumented" },
    plant: () => scene({ calls: [gatewayCall({ status: 418, documented: false })] }),
  },
  {
    id: "no-call",
    harm: "nothing is called at all",
    expect: { outcome: "missing", code: "not-tried" },
    plant: () => scene({ calls: [] }),
  },
];

function scene(changes: Partial<GatewayLiveBody>): PlantScene {
  return { bodies: { [KIND.gatewayLive]: [gatewayLive(changes)] } };
}
