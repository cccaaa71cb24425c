import type { GatewayLiveBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { gatewayCall, gatewayLive } from "../../../scenes/gateway-live.ts";

export function sound(): PlantScene {
  return scene({});
}

export const plants: readonly Plant[] = [
  {
    id: "no-document",
    harm: "the OpenAPI document lists nothing",
    expect: { outcome: "missing", code: "not-tried" },
    plant: () => scene({ operations: [] }),
  },
  {
    id: "nothing-called",
    harm: "the gateway is started and never asked",
    expect: { outcome: "missing", code: "not-tried" },
    plant: () => scene({ calls: [] }),
  },
  {
    id: "route-forgotten",
    harm: "a route is added and no drill calls it",
    expect: { outcome: "fail", code: "never-succeeded" },
    plant: () => scene({ operations: ["GET /livez", "POST /v1/actions", "DELETE /v1/actions/{id}"] }),
  },
  {
    id: "only-sunshine",
    harm: "a route is only ever asked for what it grants",
    expect: { outcome: "fail", code: "never-refused" },
    plant: () => scene({ operations: ["GET /livez"], calls: [gatewayCall({ operation: "GET /livez" })] }),
  },
  {
    id: "route-undocumented",
    harm: "a route answers that the document does not name",
    expect: { outcome: "fail", code: "not-listed" },
    plant: () => scene({ operations: ["POST /v1/actions"] }),
  },
];

function scene(changes: Partial<GatewayLiveBody>): PlantScene {
  return { bodies: { [KIND.gatewayLive]: [gatewayLive(changes)] } };
}
