import type { Command } from "@stricli/core";
import type { Context, NoFlags } from "../command.ts";
import { command } from "../command.ts";
import { GATES_ARGUMENT } from "./flags.ts";

export const selftest: Command<Context> = command<NoFlags, string[]>({
  brief: "Plant every violation; each must be caught for its reason",
  description: "Ends with 0 when all were caught, with 1 when any was missed.",
  parameters: { flags: {}, positional: GATES_ARGUMENT },
  load: () => import("../verbs/selftest.ts"),
});
