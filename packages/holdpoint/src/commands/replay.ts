import type { Command } from "@stricli/core";
import type { Context, NoFlags } from "../command.ts";
import { asTyped, command } from "../command.ts";

export const replay: Command<Context> = command<NoFlags, [string?]>({
  brief: "Judge a run's stored evidence again: the same bytes, or where they differ",
  description: "Ends with 0 for the same bytes, with 1 for any difference.",
  parameters: {
    flags: {},
    positional: {
      kind: "tuple",
      parameters: [
        { parse: asTyped, optional: true, placeholder: "run", brief: "Id or folder of a run; default: the latest" },
      ],
    },
  },
  load: () => import("../verbs/replay.ts"),
});
