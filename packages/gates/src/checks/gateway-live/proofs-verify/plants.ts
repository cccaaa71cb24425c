import type { GatewayLiveBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { gatewayEnd, gatewayLive } from "../../../scenes/gateway-live.ts";

export function sound(): PlantScene {
  return scene({});
}

export const plants: readonly Plant[] = [
  {
    id: "record-changed",
    harm: "one letter of a record is changed on its way",
    expect: { outcome: "fail", code: "root-differs" },
    plant: () =>
      scene({
        ends: [
          gatewayEnd({ proof: { leafIndex: 4, treeSize: 9, checkpointRoot: "a", computedRoot: "b", signed: true } }),
        ],
      }),
  },
  {
    id: "no-proof",
    harm: "no receipt is handed out, so that both roots are empty",
    expect: { outcome: "fail", code: "root-differs" },
    plant: () =>
      scene({
        ends: [
          gatewayEnd({ proof: { leafIndex: 0, treeSize: 1, checkpointRoot: "", computedRoot: "", signed: true } }),
        ],
      }),
  },
  {
    id: "forged",
    harm: "the checkpoint is signed by somebody else",
    expect: { outcome: "fail", code: "not-signed" },
    plant: () => scene({ ends: [gatewayEnd({ proof: { ...gatewayEnd().proof, signed: false } })] }),
  },
  {
    id: "old-checkpoint",
    harm: "the checkpoint is older than the receipt",
    expect: { outcome: "fail", code: "outside-the-tree" },
    plant: () =>
      scene({
        ends: [
          gatewayEnd({ proof: { leafIndex: 9, treeSize: 9, checkpointRoot: "a", computedRoot: "a", signed: true } }),
        ],
      }),
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
