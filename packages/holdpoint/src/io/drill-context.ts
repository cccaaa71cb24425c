import type { DrillContext } from "@holdpoint/drills";
import { ownCommand } from "./own-command.ts";

const DRILL_MAX_MS = 120_000;

/** What a drill of this very command's gateway needs, with the machine's clock; its steps are not kept. */
export function ownGatewayContext(root: string): DrillContext {
  return {
    root,
    config: { command: ownCommand("gateway", "start") },
    nowMs: Date.now,
    signal: AbortSignal.timeout(DRILL_MAX_MS),
    record: () => undefined,
  };
}
