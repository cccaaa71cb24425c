import type { Command } from "@stricli/core";
import type { Context, NoFlags } from "../command.ts";
import { command } from "../command.ts";

export const audit: Command<Context> = command<NoFlags, []>({
  brief: "Show the audit sections A to Y: covered and uncovered in the latest run",
  parameters: { flags: {} },
  load: () => import("../verbs/audit.ts"),
});
