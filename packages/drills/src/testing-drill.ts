import { fileURLToPath } from "node:url";
import type { DrillContext, DrillStep } from "./drill.ts";

export const ROOT: string = fileURLToPath(new URL("../../../", import.meta.url));

/** The context of a drill of this repository's own gateway, with what it recorded. */
export function drillContext(): { readonly context: DrillContext; readonly steps: readonly DrillStep[] } {
  const steps: DrillStep[] = [];
  const context: DrillContext = {
    root: ROOT,
    config: { command: ["node", "packages/holdpoint/bin/holdpoint.js", "gateway", "start"] },
    nowMs: Date.now,
    signal: AbortSignal.timeout(60_000),
    record: (step) => void steps.push(step),
  };
  return { context, steps };
}
