import type { GatewayLiveBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { gatewayEnd, gatewayLive } from "../../../scenes/gateway-live.ts";

export function sound(): PlantScene {
  return scene({});
}

export const plants: readonly Plant[] = [
  {
    id: "nothing-ended",
    harm: "no action is brought to an end",
    expect: { outcome: "missing", code: "not-tried" },
    plant: () => scene({ ends: [] }),
  },
  {
    id: "expiry-skipped",
    harm: "nobody waits for an approval to expire",
    expect: { outcome: "missing", code: "not-tried" },
    plant: () => scene({ ends: gatewayLive().ends.filter((end) => end.wanted !== "EXPIRED") }),
  },
  {
    id: "dead-told-as-done",
    harm: "an action that must die is answered as succeeded",
    expect: { outcome: "fail", code: "not-reached" },
    plant: () => scene({ ends: [...gatewayLive().ends, gatewayEnd({ wanted: "DEAD", answered: "SUCCEEDED" })] }),
  },
];

function scene(changes: Partial<GatewayLiveBody>): PlantScene {
  return { bodies: { [KIND.gatewayLive]: [gatewayLive(changes)] } };
}
