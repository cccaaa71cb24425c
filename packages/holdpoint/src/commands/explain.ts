import type { Command } from "@stricli/core";
import type { Context, NoFlags } from "../command.ts";
import { asTyped, command } from "../command.ts";
import type { CommonFlags } from "../verb.ts";

export type ExplainFlags = CommonFlags;

export const explain: Command<Context> = command<NoFlags, [string?]>({
  brief: "Say what a gate or check asks, what the latest run saw, and what would flip it",
  parameters: {
    flags: {},
    positional: {
      kind: "tuple",
      parameters: [
        {
          parse: asTyped,
          optional: true,
          placeholder: "gate[/check]",
          brief: "Gate, or check of a gate; without it: all of them",
        },
      ],
    },
  },
  load: () => import("../verbs/explain.ts"),
});
