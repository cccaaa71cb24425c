import type { Collected, Collector, GatewayDrillConfig, LoadConfig } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import type { Drill, DrillContext } from "../drill.ts";
import { runConfiguredLoad } from "./run-load-config.ts";

interface LoadsPart {
  readonly loads: readonly LoadConfig[];
  readonly gateway: GatewayDrillConfig | null;
}

/** Puts what the configuration names under load, with the machine to itself; loads of files are a collector's. */
export const loadDrill: Drill = {
  kind: KIND.load,
  brings: [KIND.resources, KIND.metricsExposition],
  part: "loads",
  alone: true,
  version: "1",
  title: "Puts a service under load and looks at its figures, its metrics and what it holds",
  collect: async ({ root, config, nowMs, signal }: Parameters<Collector["collect"]>[0]): Promise<Collected[]> => {
    const { loads, gateway } = config as LoadsPart;
    const collected: Collected[] = [];
    // Whoever starts and ends a program here is told by the evidence itself.
    const record = (): void => undefined;
    for (const { id, from } of loads) {
      if (from.kind !== "run") continue;
      const context: DrillContext = { root, config: gateway, nowMs, signal, record };
      collected.push(...(await runConfiguredLoad({ id, from, gateway }, context)));
    }
    return collected;
  },
};
