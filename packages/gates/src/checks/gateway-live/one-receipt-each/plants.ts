import type { GatewayLiveBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { gatewayEnd, gatewayLive } from "../../../scenes/gateway-live.ts";

export function sound(): PlantScene {
  return scene({});
}

export const plants: readonly Plant[] = [
  {
    id: "receipt-dropped",
    harm: "a denied action has no receipt",
    expect: { outcome: "fail", code: "no-receipt" },
    plant: () => scene({ ends: [gatewayEnd({ wanted: "DENIED", terminalReceipts: 0 })] }),
  },
  {
    id: "receipt-twice",
    harm: "a retried action has a receipt for each attempt",
    expect: { outcome: "fail", code: "several-receipts" },
    plant: () => scene({ ends: [gatewayEnd({ terminalReceipts: 2 })] }),
  },
  {
    id: "unknown-hidden",
    harm: "an outcome that is unknown is not recorded as such",
    expect: { outcome: "fail", code: "unknown-unrecorded" },
    plant: () => scene({ ends: [gatewayEnd({ wanted: "UNKNOWN>DEAD", provisionalReceipts: 0 })] }),
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
