import type { GatewayLiveBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { gatewayCall, gatewayLive } from "../../../scenes/gateway-live.ts";

export function sound(): PlantScene {
  return scene({});
}

export const plants: readonly Plant[] = [
  {
    id: "conflict-hidden",
    harm: "the same key with another body is answered 200",
    expect: { outcome: "fail", code: "granted" },
    plant: () => scene({ calls: [gatewayCall({ expected: "refusal", status: 200 })] }),
  },
  {
    id: "plain-text",
    harm: "an error is answered as plain text",
    expect: { outcome: "fail", code: "no-problem" },
    plant: () => scene({ calls: [gatewayCall({ expected: "refusal", contentType: "text/plain" })] }),
  },
  {
    id: "framework-error",
    harm: "the framework's own error document is let through",
    expect: { outcome: "fail", code: "no-code" },
    plant: () => scene({ calls: [gatewayCall({ expected: "refusal", code: null })] }),
  },
  {
    id: "only-successes",
    harm: "no refusal is tried",
    expect: { outcome: "missing", code: "not-tried" },
    plant: () => scene({ calls: [gatewayCall()] }),
  },
];

function scene(changes: Partial<GatewayLiveBody>): PlantScene {
  return { bodies: { [KIND.gatewayLive]: [gatewayLive(changes)] } };
}
