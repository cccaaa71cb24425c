import { GATEWAY_LIES, runGatewayLive } from "@holdpoint/drills";
import type { LivePlant } from "../live-plant.ts";
import { gatewayPlant } from "./gateway-plant.ts";

const gate = "gateway-live";
const liar = "lie";
const run = runGatewayLive;

export const plants: readonly LivePlant[] = [
  gatewayPlant({
    gate,
    lie: GATEWAY_LIES.conflictHidden,
    liar,
    expect: { check: "keys-execute-once", code: "other-body-accepted" },
    run,
    parts: ["keys"],
  }),
  gatewayPlant({
    gate,
    lie: GATEWAY_LIES.correlationReplaced,
    liar,
    expect: { check: "correlation-found-again", code: "correlation-lost" },
    run,
    parts: ["correlations"],
  }),
];
