import type { Command, RouteMap } from "@stricli/core";
import { buildRouteMap } from "@stricli/core";
import type { Context } from "../command.ts";
import { asTyped, command } from "../command.ts";
import type { CommonFlags } from "../verb.ts";
import { bands, mapping, ratchet } from "./coverage-views.ts";
import { artifacts } from "./coverage-artifacts.ts";
import { diff, gate } from "./coverage-diff.ts";
import { exceptions } from "./coverage-exceptions.ts";
import { digest } from "./digest.ts";

type Report = { readonly format: string; readonly root?: string; readonly files: boolean };
export type CoverageReportFlags = Report & CommonFlags;

const report: Command<Context> = command<Report, string[]>({
  brief: "Read coverage reports of any format and print what they count",
  description: [
    "Reports of one format are shards of one report; of several formats, covered is what any of them covered.",
    "Totals come from the records, never from what a report declares. No configuration is read.",
    "Ends with 0, with 1 for findings that are errors, with 3 when no report could be read.",
  ].join("\n"),
  parameters: {
    flags: {
      format: {
        kind: "parsed",
        parse: asTyped,
        default: "auto",
        placeholder: "NAME",
        brief: "Format of all of them; auto looks at each",
      },
      root: {
        kind: "parsed",
        parse: asTyped,
        optional: true,
        placeholder: "DIR",
        brief: "Work tree that reported paths are looked up in; default: the one around this folder",
      },
      files: { kind: "boolean", default: false, withNegated: false, brief: "List every file with its counts" },
    },
    positional: {
      kind: "array",
      parameter: { parse: asTyped, placeholder: "files", brief: "Reports, anywhere" },
      minimum: 1,
    },
  },
  load: () => import("../verbs/coverage-report.ts"),
});

export const coverage: RouteMap<Context> = buildRouteMap({
  docs: { brief: "Coverage reports: read, compared, judged" },
  routes: { report, diff, gate, artifacts, exceptions, bands, mapping, ratchet, digest },
});
