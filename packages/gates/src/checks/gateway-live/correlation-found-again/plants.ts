import type { GatewayLiveBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { gatewayCorrelation, gatewayLive } from "../../../scenes/gateway-live.ts";

export function sound(): PlantScene {
  return scene({});
}

export const plants: readonly Plant[] = [
  {
    id: "nothing-sent",
    harm: "no request with an id of its own is sent",
    expect: { outcome: "missing", code: "not-tried" },
    plant: () => scene({ correlations: [] }),
  },
  {
    id: "downstream-not-looked-at",
    harm: "nobody looks at what arrives downstream",
    expect: { outcome: "missing", code: "not-tried" },
    plant: () =>
      scene({
        correlations: [
          gatewayCorrelation({
            found: [{ place: "answer", correlation: "order-7", trace: "4bf92f3577b34da6a3ce929d0e0e4736" }],
          }),
        ],
      }),
  },
  {
    id: "id-replaced",
    harm: "the gateway makes an id of its own and drops the caller's",
    expect: { outcome: "fail", code: "correlation-lost" },
    plant: () => scene({ correlations: [gatewayCorrelation({ sent: "order-8" })] }),
  },
  {
    id: "trace-dropped",
    harm: "no traceparent is sent downstream",
    expect: { outcome: "fail", code: "trace-lost" },
    plant: () =>
      scene({
        correlations: [
          gatewayCorrelation({
            found: gatewayCorrelation().found.map((one) => ({
              ...one,
              trace: one.place === "downstream" ? null : one.trace,
            })),
          }),
        ],
      }),
  },
];

function scene(changes: Partial<GatewayLiveBody>): PlantScene {
  return { bodies: { [KIND.gatewayLive]: [gatewayLive(changes)] } };
}
