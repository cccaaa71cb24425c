import type { TypedCommandParameters } from "@stricli/core";
import type { Context } from "../command.ts";
import { asTyped } from "../command.ts";
import type { CommonFlags } from "../verb.ts";

export type LoadReport = {
  readonly percentile?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly slo?: readonly string[];
  readonly html?: string;
  readonly hlog?: string;
};
export type LoadReportFlags = LoadReport & CommonFlags;

const text = { kind: "parsed", parse: asTyped, optional: true } as const;

export const LOAD_REPORT_PARAMETERS: TypedCommandParameters<LoadReport, [string], Context> = {
  flags: {
    percentile: {
      ...text,
      variadic: true,
      placeholder: "P",
      brief: "Another percentile, like 99.99; may be given several times",
    },
    from: { ...text, placeholder: "TIME", brief: "Only from here on, in whole seconds since the clock began: 10s" },
    to: { ...text, placeholder: "TIME", brief: "Only up to here, in whole seconds" },
    slo: {
      ...text,
      variadic: true,
      placeholder: "TEXT",
      brief: "Judge an objective on the whole run; may be given several times",
    },
    html: { ...text, placeholder: "FILE", brief: "Write a page with charts" },
    hlog: { ...text, placeholder: "FILE", brief: "Write an HdrHistogram log" },
  },
  positional: {
    kind: "tuple",
    parameters: [{ parse: asTyped, placeholder: "artifact", brief: "load-<time>.jsonl of a run" }],
  },
};
