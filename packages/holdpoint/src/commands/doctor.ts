import type { Command } from "@stricli/core";
import type { Context, NoFlags } from "../command.ts";
import { command } from "../command.ts";

export const doctor: Command<Context> = command<NoFlags, []>({
  brief: "Say what this machine and this clone can do, and what is in the way",
  description: "Ends with 0 when nothing is in the way of a verdict, else with 1.",
  parameters: { flags: {} },
  load: () => import("../verbs/doctor.ts"),
});
