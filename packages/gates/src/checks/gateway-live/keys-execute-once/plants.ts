import type { GatewayLiveBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { gatewayKey, gatewayLive } from "../../../scenes/gateway-live.ts";

export function sound(): PlantScene {
  return scene({});
}

export const plants: readonly Plant[] = [
  {
    id: "executor-runs-twice",
    harm: "the same key runs the executor twice",
    expect: { outcome: "fail", code: "executed-again" },
    plant: () => scene({ keys: [gatewayKey({ effects: 2 })] }),
  },
  {
    id: "answer-without-effect",
    harm: "the key is answered from memory and nothing is done",
    expect: { outcome: "fail", code: "not-executed" },
    plant: () => scene({ keys: [gatewayKey({ effects: 0 })] }),
  },
  {
    id: "new-action-each-time",
    harm: "the key is ignored",
    expect: { outcome: "fail", code: "several-actions" },
    plant: () => scene({ keys: [gatewayKey({ actions: 3 })] }),
  },
  {
    id: "conflict-hidden",
    harm: "another body under the same key is answered 200",
    expect: { outcome: "fail", code: "other-body-accepted" },
    plant: () => scene({ keys: [gatewayKey({ otherBodyStatus: 200, otherBodyCode: null })] }),
  },
  {
    id: "sent-once",
    harm: "the key is sent once only",
    expect: { outcome: "missing", code: "repeated-too-little" },
    plant: () => scene({ keys: [gatewayKey({ submissions: 1 })] }),
  },
  {
    id: "no-key",
    harm: "no key is sent",
    expect: { outcome: "missing", code: "not-tried" },
    plant: () => scene({ keys: [] }),
  },
];

function scene(changes: Partial<GatewayLiveBody>): PlantScene {
  return { bodies: { [KIND.gatewayLive]: [gatewayLive(changes)] } };
}
