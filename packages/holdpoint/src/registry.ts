import type { Collector, Gate } from "@holdpoint/core";
import { GATES as gates } from "@holdpoint/gates";

/** Everything that can be asked. */
export const GATES: readonly Gate[] = gates;

/** Everything that can be gathered; loaded only by verbs that gather. */
export async function loadCollectors(): Promise<readonly Collector[]> {
  return (await import("@holdpoint/collectors")).COLLECTORS;
}
