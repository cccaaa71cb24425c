import type { TypedCommandParameters } from "@stricli/core";
import type { Context } from "../command.ts";
import { asTyped } from "../command.ts";
import type { CommonFlags } from "../verb.ts";
import type { LoadRun } from "./load-run-flags.ts";
import { LOAD_PLAN_ARGUMENT, LOAD_RUN_PARAMETERS, numeral } from "./load-run-flags.ts";

export type Relevant = { readonly percent: number; readonly ms: number };
export type LoadCompareFlags = Relevant & CommonFlags;

const RELEVANT = {
  percent: {
    kind: "parsed",
    parse: numeral,
    default: "5",
    placeholder: "N",
    brief: "Differences below so many percent of the baseline do not matter",
  },
  ms: {
    kind: "parsed",
    parse: numeral,
    default: "1",
    placeholder: "N",
    brief: "Differences of latency below so many milliseconds do not matter",
  },
} as const;

export const LOAD_COMPARE_PARAMETERS: TypedCommandParameters<Relevant, [string, string], Context> = {
  flags: RELEVANT,
  positional: {
    kind: "tuple",
    parameters: [
      { parse: asTyped, placeholder: "baseline", brief: "load-<time>.jsonl of the run before" },
      { parse: asTyped, placeholder: "candidate", brief: "load-<time>.jsonl of the run to judge" },
    ],
  },
};

export type LoadAb = Omit<LoadRun, "url" | "html" | "hlog" | "slo"> &
  Relevant & { readonly baselineUrl: string; readonly candidateUrl: string; readonly pairs: number };
export type LoadAbFlags = LoadAb & CommonFlags;

const { url: _url, html: _html, hlog: _hlog, slo: _slo, ...SENT } = LOAD_RUN_PARAMETERS.flags;
const URL_FLAG = { kind: "parsed", parse: asTyped, placeholder: "URL" } as const;

export const LOAD_AB_PARAMETERS: TypedCommandParameters<LoadAb, [string?], Context> = {
  flags: {
    baselineUrl: { ...URL_FLAG, brief: "What runs today" },
    candidateUrl: { ...URL_FLAG, brief: "What is to replace it" },
    pairs: {
      kind: "parsed",
      parse: numeral,
      default: "5",
      placeholder: "N",
      brief: "So many runs of each; 5 at least",
    },
    ...RELEVANT,
    ...SENT,
  },
  positional: LOAD_PLAN_ARGUMENT,
};
