import { KIND } from "@holdpoint/core";
import type { Drill } from "../drill.ts";
import { drillOf } from "../drill.ts";
import { runGatewayLive } from "./run-gateway-live.ts";

export const gatewayLiveDrill: Drill = drillOf({
  kind: KIND.gatewayLive,
  version: "1",
  title: "Asks a real gateway for everything that it offers",
  run: async (context) => {
    const body = await runGatewayLive(context);
    return { samples: Object.values(body).flat().length, body };
  },
});
