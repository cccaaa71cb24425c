import type { TypedCommandParameters, TypedPositionalParameters } from "@stricli/core";
import type { Context } from "../command.ts";
import { asTyped } from "../command.ts";
import type { CommonFlags } from "../verb.ts";

export type LoadRun = {
  readonly url?: string;
  readonly rate?: number;
  readonly duration?: string;
  readonly arrival?: "constant" | "poisson";
  readonly users?: number;
  readonly method?: string;
  readonly header?: readonly string[];
  readonly body?: string;
  readonly slo?: readonly string[];
  readonly connections?: number;
  readonly poolFull?: "queue" | "open-more" | "drop";
  readonly warmUp?: string;
  readonly timeout?: string;
  readonly workers?: number;
  readonly pacing?: "economical" | "precise";
  readonly seed?: number;
  readonly insecure: boolean;
  readonly out: string;
  readonly html?: string;
  readonly hlog?: string;
};
export type LoadRunFlags = LoadRun & CommonFlags;

const text = { kind: "parsed", parse: asTyped, optional: true } as const;
const number = { kind: "parsed", parse: numeral, optional: true, placeholder: "N" } as const;

export const LOAD_PLAN_ARGUMENT: TypedPositionalParameters<[string?], Context> = {
  kind: "tuple",
  parameters: [{ parse: asTyped, optional: true, placeholder: "file", brief: "Plan (default: load.yaml)" }],
};

export const LOAD_RUN_PARAMETERS: TypedCommandParameters<LoadRun, [string?], Context> = {
  flags: {
    url: { ...text, placeholder: "URL", brief: "What is put under load; with a file, instead of the file's" },
    rate: { ...number, brief: "Arrivals a second (default: 50)" },
    duration: { ...text, placeholder: "TIME", brief: "How long, without the warm-up: 30s, 10m (default: 10s)" },
    arrival: {
      kind: "enum",
      values: ["constant", "poisson"],
      optional: true,
      brief: "Evenly spread, or by chance (default: constant)",
    },
    users: { ...number, brief: "Instead of --rate, the closed model: so many callers who each wait for their answer" },
    method: { ...text, placeholder: "NAME", brief: "Default: GET, with --body POST" },
    header: { ...text, variadic: true, placeholder: "LINE", brief: "`Name: value`; may be given several times" },
    body: { ...text, placeholder: "TEXT", brief: "Body of each request; @FILE reads it from a file" },
    slo: {
      ...text,
      variadic: true,
      placeholder: "TEXT",
      brief: "Objective: `p99 < 300ms`, `99.9% ok`, `rate >= 480/s`; may be given several times",
    },
    connections: { ...number, brief: "Opened before the clock runs (default: 10)" },
    poolFull: {
      kind: "enum",
      values: ["queue", "open-more", "drop"],
      optional: true,
      brief: "What an arrival does that finds no free connection (default: queue)",
    },
    warmUp: { ...text, placeholder: "TIME", brief: "Before the clock, counted nowhere; 0s for none (default: 2s)" },
    timeout: { ...text, placeholder: "TIME", brief: "Of one request, from its send (default: 10s)" },
    workers: { ...number, brief: "Threads that send (default: 1)" },
    pacing: {
      kind: "enum",
      values: ["economical", "precise"],
      optional: true,
      brief: "precise spends a core on lags below a millisecond (default: economical)",
    },
    seed: { ...number, brief: "Of everything that is drawn by chance (default: 1)" },
    insecure: { kind: "boolean", default: false, withNegated: false, brief: "Take any TLS certificate" },
    out: {
      kind: "parsed",
      parse: asTyped,
      default: ".holdpoint/load",
      placeholder: "DIR",
      brief: "Folder of the artifact",
    },
    html: { ...text, placeholder: "FILE", brief: "Write a page with charts" },
    hlog: { ...text, placeholder: "FILE", brief: "Write an HdrHistogram log" },
  },
  positional: LOAD_PLAN_ARGUMENT,
};

/** Its range is the schema's business. */
export function numeral(typed: string): number {
  if (/^\d{1,10}(?:\.\d{1,9})?$/.test(typed)) return Number(typed);
  throw new RangeError("a number is wanted");
}
