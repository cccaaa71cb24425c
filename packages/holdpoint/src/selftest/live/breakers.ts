import { BREAKER_LIES, runBreakers } from "@holdpoint/drills";
import type { LivePlant } from "../live-plant.ts";
import { gatewayPlant } from "./gateway-plant.ts";

export const plants: readonly LivePlant[] = [
  gatewayPlant({
    gate: "breakers",
    lie: BREAKER_LIES.everybodyProbes,
    liar: "upstreamLie",
    expect: { check: "one-probe-at-a-time", code: "several-probes" },
    run: runBreakers,
    parts: ["probes"],
  }),
  gatewayPlant({
    gate: "breakers",
    lie: BREAKER_LIES.hiddenFailures,
    liar: "lie",
    expect: { check: "accounts-agree", code: "differs" },
    run: runBreakers,
    parts: ["accounts"],
  }),
];
