import type { Command, RouteMap } from "@stricli/core";
import { buildRouteMap } from "@stricli/core";
import type { Context } from "../command.ts";
import { asTyped, command } from "../command.ts";
import type { CommonFlags } from "../verb.ts";

type Report = { readonly format: string; readonly slowest: string; readonly root?: string };
export type TestsReportFlags = Report & CommonFlags;

const report: Command<Context> = command<Report, string[]>({
  brief: "Read test results of any format and print what they say",
  description: [
    "Reads JUnit, TAP, CTRF, go test -json, TRX, xUnit, NUnit and node:test events. Files of one format are added up;",
    "files of different formats that list the same tests count them once and must agree. No configuration is read.",
    "Ends with 0, with 1 for failed tests or findings that are errors, with 3 when no file could be read.",
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
      slowest: {
        kind: "parsed",
        parse: asTyped,
        default: "5",
        placeholder: "N",
        brief: "List so many of the slowest tests",
      },
      root: {
        kind: "parsed",
        parse: asTyped,
        optional: true,
        placeholder: "DIR",
        brief: "Folder that is taken off paths in the reports; default: this one",
      },
    },
    positional: {
      kind: "array",
      parameter: { parse: asTyped, placeholder: "files", brief: "Files of test results, anywhere" },
      minimum: 1,
    },
  },
  load: () => import("../verbs/tests-report.ts"),
});

export const tests: RouteMap<Context> = buildRouteMap({
  docs: { brief: "Test results, read and added up" },
  routes: { report },
});
