import type { Command } from "@stricli/core";
import type { Context } from "../command.ts";
import { command } from "../command.ts";
import type { CommonFlags } from "../verb.ts";
import { BASE, GATES_ARGUMENT, KEY, PROFILE } from "./flags.ts";

type Own = {
  readonly profile: string;
  readonly evidence: "fresh" | "existing";
  readonly base?: string;
  readonly key?: string;
};
export type CheckFlags = Own & CommonFlags;

export const check: Command<Context> = command<Own, string[]>({
  brief: "Judge some gates; can never promote",
  description: "Ends with 0 when every gate asked for lets through, else with 1.",
  parameters: {
    flags: {
      profile: PROFILE,
      evidence: {
        kind: "enum",
        values: ["fresh", "existing"],
        default: "existing",
        brief: "Run the suites first, or judge the reports that lie there",
      },
      base: BASE,
      key: KEY,
    },
    positional: GATES_ARGUMENT,
  },
  load: () => import("../verbs/check.ts"),
});
