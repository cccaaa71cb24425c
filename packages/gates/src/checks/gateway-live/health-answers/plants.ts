import type { GatewayLiveBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { gatewayLive } from "../../../scenes/gateway-live.ts";

export function sound(): PlantScene {
  return scene({});
}

export const plants: readonly Plant[] = [
  {
    id: "readiness-lies",
    harm: "a ready gateway answers 503",
    expect: { outcome: "fail", code: "not-healthy" },
    plant: () => scene({ probes: gatewayLive().probes.map((one) => ({ ...one, status: 503 })) }),
  },
  {
    id: "metrics-malformed",
    harm: "a metric is written twice",
    expect: { outcome: "fail", code: "malformed" },
    plant: () =>
      scene({
        probes: gatewayLive().probes.map((one) => ({
          ...one,
          problems: one.path === "/metrics" ? ["line 4: duplicate sample"] : [],
        })),
      }),
  },
  {
    id: "metrics-not-asked",
    harm: "nobody asks for the metrics",
    expect: { outcome: "missing", code: "not-tried" },
    plant: () => scene({ probes: gatewayLive().probes.filter((one) => one.path !== "/metrics") }),
  },
];

function scene(changes: Partial<GatewayLiveBody>): PlantScene {
  return { bodies: { [KIND.gatewayLive]: [gatewayLive(changes)] } };
}
