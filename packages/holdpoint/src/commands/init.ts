import type { Command } from "@stricli/core";
import type { Context } from "../command.ts";
import { command } from "../command.ts";
import type { CommonFlags } from "../verb.ts";

type Own = { readonly force: boolean; readonly dryRun: boolean };
export type InitFlags = Own & CommonFlags;

export const init: Command<Context> = command<Own, []>({
  brief: "Look at the repository, whatever its language, and write a holdpoint.yaml that runs",
  parameters: {
    flags: {
      force: {
        kind: "boolean",
        default: false,
        withNegated: false,
        brief: "Write over a holdpoint.yaml that is there",
      },
      dryRun: {
        kind: "boolean",
        default: false,
        withNegated: false,
        brief: "Print what would be written; write nothing",
      },
    },
  },
  load: () => import("../verbs/init.ts"),
});
