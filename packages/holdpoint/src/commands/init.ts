import type { Command } from "@stricli/core";
import type { Context } from "../command.ts";
import { command } from "../command.ts";
import type { CiSystem } from "../init/ci/ci-terms.ts";
import { CI_SYSTEMS } from "../init/ci/ci-terms.ts";
import type { CommonFlags } from "../verb.ts";

type Own = { readonly force: boolean; readonly dryRun: boolean; readonly ci?: CiSystem };
export type InitFlags = Own & CommonFlags;

export const init: Command<Context> = command<Own, []>({
  brief: "Look at the repository, whatever its language, and write a holdpoint.yaml that runs",
  parameters: {
    flags: {
      force: {
        kind: "boolean",
        default: false,
        withNegated: false,
        brief: "Write over what is there; with --ci over its files and never over holdpoint.yaml",
      },
      dryRun: {
        kind: "boolean",
        default: false,
        withNegated: false,
        brief: "Print what would be written; write nothing",
      },
      ci: {
        kind: "enum",
        values: CI_SYSTEMS,
        optional: true,
        brief: "Write the workflow files of a CI system too: shards, verdict, coverage, weekly digest",
      },
    },
  },
  load: () => import("../verbs/init.ts"),
});
