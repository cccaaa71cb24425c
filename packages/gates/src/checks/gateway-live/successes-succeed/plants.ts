import type { GatewayLiveBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { gatewayCall, gatewayLive } from "../../../scenes/gateway-live.ts";

export function sound(): PlantScene {
  return scene({});
}

export const plants: readonly Plant[] = [
  {
    id: "wrongly-refused",
    harm: "a valid submission is answered 403",
    expect: { outcome: "fail", code: "refused" },
    plant: () => scene({ calls: [gatewayCall({ status: 403, code: "HP-GATEWAY-FORBIDDEN" })] }),
  },
  {
    id: "broken",
    harm: "a route answers 500",
    expect: { outcome: "fail", code: "refused" },
    plant: () => scene({ calls: [gatewayCall({ status: 500 })] }),
  },
  {
    id: "only-refusals",
    harm: "only refusals are tried",
    expect: { outcome: "missing", code: "not-tried" },
    plant: () => scene({ calls: [gatewayCall({ expected: "refusal" })] }),
  },
];

function scene(changes: Partial<GatewayLiveBody>): PlantScene {
  return { bodies: { [KIND.gatewayLive]: [gatewayLive(changes)] } };
}
