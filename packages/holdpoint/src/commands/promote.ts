import type { Command } from "@stricli/core";
import type { Context } from "../command.ts";
import { asTyped, command } from "../command.ts";
import type { CommonFlags } from "../verb.ts";
import { BASE, KEY, PROFILE } from "./flags.ts";

type Own = {
  readonly profile: string;
  readonly reporter: string;
  readonly output?: string;
  readonly base?: string;
  readonly key?: string;
};
export type PromoteFlags = Own & CommonFlags;

export const promote: Command<Context> = command<Own, []>({
  brief: "Gather, judge, decide, record: the whole way to a signed verdict",
  description:
    "Ends with 0 for PROMOTE, 1 for HOLD, 2 for a wrong command line or configuration, 3 when no verdict was possible.",
  parameters: {
    flags: {
      profile: PROFILE,
      reporter: {
        kind: "parsed",
        parse: asTyped,
        default: "text",
        placeholder: "NAME",
        brief: "text, json, html, markdown, junit, sarif, github, gitlab, prometheus or svg",
      },
      output: {
        kind: "parsed",
        parse: asTyped,
        optional: true,
        placeholder: "FILE",
        brief: "Write the reporter's output there and print the text",
      },
      base: BASE,
      key: KEY,
    },
  },
  load: () => import("../verbs/promote.ts"),
});
