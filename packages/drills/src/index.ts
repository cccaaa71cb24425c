export type * from "./drill.ts";
export { drillOf } from "./drill.ts";
export { DRILLS } from "./drills.ts";
export type { Lie } from "./mutants/lie.ts";
export { BREAKER_LIES, DEAD_LETTER_LIES, GATEWAY_LIES } from "./mutants/gateway-lies.ts";
export { runBreakers } from "./breakers/run-breakers.ts";
export { runDeadLetters } from "./dead-letters/run-dead-letters.ts";
export { runGatewayLive } from "./gateway-live/run-gateway-live.ts";
