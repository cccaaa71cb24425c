import { DEAD_LETTER_LIES, runDeadLetters } from "@holdpoint/drills";
import type { LivePlant } from "../live-plant.ts";
import { gatewayPlant } from "./gateway-plant.ts";

export const plants: readonly LivePlant[] = [
  gatewayPlant({
    gate: "dead-letters",
    lie: DEAD_LETTER_LIES.failureCloses,
    liar: "lie",
    expect: { check: "failed-replay-stays-open", code: "closed-by-failure" },
    run: runDeadLetters,
    parts: ["replays"],
  }),
  gatewayPlant({
    gate: "dead-letters",
    lie: DEAD_LETTER_LIES.effectRepeated,
    liar: "upstreamLie",
    expect: { check: "replaying-twice-is-once", code: "effect-repeated" },
    run: runDeadLetters,
    parts: ["repetitions"],
  }),
];
