import type { Collector, Gate } from "@holdpoint/core";
import { GATES as gates } from "@holdpoint/gates";

/** Everything that can be asked. */
export const GATES: readonly Gate[] = gates;

/** Everything that can be gathered, drills beside collectors; loaded only by verbs that gather. */
export async function loadCollectors(): Promise<readonly Collector[]> {
  const [{ COLLECTORS }, { DRILLS }, { exceptionsCollector }] = await Promise.all([
    import("@holdpoint/collectors"),
    import("@holdpoint/drills"),
    import("./io/exceptions-collector.ts"),
  ]);
  return [...COLLECTORS, exceptionsCollector, ...DRILLS];
}
