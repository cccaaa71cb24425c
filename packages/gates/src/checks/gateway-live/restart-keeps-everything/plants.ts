import type { GatewayLiveBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { gatewayLive, gatewayRestart } from "../../../scenes/gateway-live.ts";

export function sound(): PlantScene {
  return scene({});
}

export const plants: readonly Plant[] = [
  {
    id: "acknowledged-lost",
    harm: "an acknowledged action is gone",
    expect: { outcome: "fail", code: "answer-changed" },
    plant: () => scene({ restarts: [gatewayRestart({ differing: ["/v1/actions/act_1"] })] }),
  },
  {
    id: "done-again",
    harm: "an action that succeeded is executed again",
    expect: { outcome: "fail", code: "effect-repeated" },
    plant: () => scene({ restarts: [gatewayRestart({ effectsAfter: 6 })] }),
  },
  {
    id: "log-cut",
    harm: "the last commit group is gone",
    expect: { outcome: "fail", code: "log-shorter" },
    plant: () => scene({ restarts: [gatewayRestart({ ledgerSizeAfter: 58 })] }),
  },
  {
    id: "nothing-asked",
    harm: "nothing is asked after the restart",
    expect: { outcome: "missing", code: "nothing-compared" },
    plant: () => scene({ restarts: [gatewayRestart({ compared: 0 })] }),
  },
  {
    id: "no-restart",
    harm: "the gateway is never killed",
    expect: { outcome: "missing", code: "not-tried" },
    plant: () => scene({ restarts: [] }),
  },
];

function scene(changes: Partial<GatewayLiveBody>): PlantScene {
  return { bodies: { [KIND.gatewayLive]: [gatewayLive(changes)] } };
}
