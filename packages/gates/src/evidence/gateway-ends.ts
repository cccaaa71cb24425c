import type { GatewayEnd } from "@holdpoint/core";

/** States that no way leads out of. */
export const TERMINAL: ReadonlySet<string> = new Set([
  "SUCCEEDED",
  "DENIED",
  "EXPIRED",
  "CANCELLED",
  "DEAD",
  "SIMULATED",
]);

/** The state in which an action had to end: `DEAD` of `UNKNOWN>DEAD`. */
export function endState({ wanted }: GatewayEnd): string {
  return wanted.split(">").at(-1) ?? wanted;
}
