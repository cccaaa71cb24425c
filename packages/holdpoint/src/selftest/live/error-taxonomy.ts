import { ERROR_LIES, runErrorTaxonomy } from "@holdpoint/drills";
import type { LivePlant } from "../live-plant.ts";
import { gatewayPlant } from "./gateway-plant.ts";

const gate = "error-taxonomy";
const liar = "lie";
const run = runErrorTaxonomy;

export const plants: readonly LivePlant[] = [
  gatewayPlant({
    gate,
    lie: ERROR_LIES.refusalAsSuccess,
    liar,
    expect: { check: "statuses-agree", code: "status-other-than-registered" },
    run,
    parts: ["http"],
  }),
  gatewayPlant({
    gate,
    lie: ERROR_LIES.stackTold,
    liar,
    expect: { check: "nothing-given-away", code: "stack-leaked" },
    run,
    parts: ["http"],
  }),
];
