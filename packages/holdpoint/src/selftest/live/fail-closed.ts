import { OPEN_LIES, runFailClosed } from "@holdpoint/drills";
import type { LivePlant } from "../live-plant.ts";
import { gatewayPlant } from "./gateway-plant.ts";

const gate = "fail-closed";
const liar = "lie";
const run = runFailClosed;

export const plants: readonly LivePlant[] = [
  gatewayPlant({
    gate,
    lie: OPEN_LIES.effectAnyway,
    liar,
    expect: { check: "no-effects", code: "effect-happened" },
    run,
    parts: ["submissions"],
  }),
  gatewayPlant({
    gate,
    lie: OPEN_LIES.denialForged,
    liar,
    expect: { check: "denials-signed", code: "denial-unverified" },
    run,
    parts: ["submissions"],
  }),
  gatewayPlant({
    gate,
    lie: OPEN_LIES.anyRole,
    liar,
    expect: { check: "strangers-refused", code: "takes-wrong-role" },
    run,
    parts: ["doors", "access"],
  }),
];
