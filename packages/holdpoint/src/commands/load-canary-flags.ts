import type { TypedCommandParameters } from "@stricli/core";
import type { Context } from "../command.ts";
import { asTyped } from "../command.ts";
import type { CommonFlags } from "../verb.ts";

export type LoadCanaryOwn = {
  readonly metric?: readonly string[];
  readonly direction?: "lower" | "higher";
  readonly tolerance?: readonly string[];
  readonly minEffect?: string;
  readonly outliers: "keep" | "drop";
  readonly missing: "inconclusive" | "fail";
  readonly every?: string;
  readonly anyway: boolean;
};
export type LoadCanaryFlags = LoadCanaryOwn & CommonFlags;

const text = { kind: "parsed", parse: asTyped, optional: true } as const;

export const LOAD_CANARY_PARAMETERS: TypedCommandParameters<LoadCanaryOwn, [string, string], Context> = {
  flags: {
    metric: {
      ...text,
      variadic: true,
      placeholder: "NAME",
      brief: "response.p99, a series' name, rate(NAME) or p99(NAME); several times",
    },
    direction: {
      kind: "enum",
      values: ["lower", "higher"],
      optional: true,
      brief: "What is better (default: known of load runs, else any shift is worse)",
    },
    tolerance: {
      ...text,
      variadic: true,
      placeholder: "N",
      brief: "Shift that may be: 5% of the baseline, or 2 in its unit (default: 5%)",
    },
    minEffect: {
      ...text,
      placeholder: "N",
      brief: "Cliff's delta below which a shift is none (default: 0.147)",
    },
    outliers: {
      kind: "enum",
      values: ["keep", "drop"],
      default: "keep",
      brief: "drop: leave out what lies far beyond the middle half of its series",
    },
    missing: {
      kind: "enum",
      values: ["inconclusive", "fail"],
      default: "inconclusive",
      brief: "What more than 5 % of missing values are; they never pass",
    },
    every: {
      ...text,
      placeholder: "TIME",
      brief: "Slices of load runs (default: 1s); distance of scrapes without times",
    },
    anyway: {
      kind: "boolean",
      default: false,
      withNegated: false,
      brief: "Judge load runs that differ in what was sent, or in the machine",
    },
  },
  positional: {
    kind: "tuple",
    parameters: [
      {
        parse: asTyped,
        placeholder: "baseline",
        brief: "load-<time>.jsonl, series as JSON, or scrapes: a file, a folder",
      },
      { parse: asTyped, placeholder: "candidate", brief: "The same of what is to be judged" },
    ],
  },
};
