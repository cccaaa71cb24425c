import type { Command } from "@stricli/core";
import type { Context } from "../command.ts";
import { asTyped, command } from "../command.ts";
import type { CommonFlags } from "../verb.ts";
import { KEY } from "./flags.ts";

type Artifacts = {
  readonly out?: string;
  readonly component?: readonly string[];
  readonly html: boolean;
  readonly base?: string;
  readonly summary: boolean;
  readonly prune: boolean;
  readonly keep: string;
  readonly dryRun: boolean;
  readonly key?: string;
};
export type CoverageArtifactsFlags = Artifacts & CommonFlags;

/** `coverage artifacts` */
export const artifacts: Command<Context> = command<Artifacts, []>({
  brief: "Write coverage as XML, JSON, HTML, badge, summary and comment, the whole and each component; or prune them",
  description: [
    "Reads the coverage reports as they lie there and judges nothing; the digests of all files go into the ledger.",
    "With --prune it writes nothing new: the last ones and every promoted one stay, of the others the manifest with",
    "its digests. With --dry-run it only says what it would do.",
    "Ends with 0, with 3 when the reports measure nothing.",
  ].join("\n"),
  parameters: {
    flags: {
      out: {
        kind: "parsed",
        parse: asTyped,
        optional: true,
        placeholder: "DIR",
        brief: "Folder of all artifacts (default: reports/coverage/artifacts)",
      },
      component: {
        kind: "parsed",
        parse: asTyped,
        optional: true,
        variadic: true,
        placeholder: "ID",
        brief: "Only this component beside the whole; may be given several times",
      },
      html: { kind: "boolean", default: true, brief: "Write the pages with the source" },
      base: {
        kind: "parsed",
        parse: asTyped,
        optional: true,
        placeholder: "COMMIT",
        brief: "What changes are counted from (default: what was promoted last)",
      },
      summary: {
        kind: "boolean",
        default: false,
        withNegated: false,
        brief: "Append the summary to the job's, as GITHUB_STEP_SUMMARY names it",
      },
      prune: { kind: "boolean", default: false, withNegated: false, brief: "Remove old artifacts, write no new ones" },
      keep: { kind: "parsed", parse: asTyped, default: "10", placeholder: "N", brief: "How many --prune leaves whole" },
      dryRun: { kind: "boolean", default: false, withNegated: false, brief: "Write and remove nothing" },
      key: KEY,
    },
  },
  load: () => import("../verbs/coverage-artifacts.ts"),
});
