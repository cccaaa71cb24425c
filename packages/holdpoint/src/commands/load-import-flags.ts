import type { TypedCommandParameters } from "@stricli/core";
import type { Context } from "../command.ts";
import { asTyped } from "../command.ts";
import type { CommonFlags } from "../verb.ts";
import { numeral } from "./load-run-flags.ts";

export type LoadImport = {
  readonly slo?: readonly string[];
  readonly url?: string;
  readonly model?: "open" | "closed";
  readonly rate?: number;
  readonly html?: string;
};
export type LoadImportFlags = LoadImport & CommonFlags;

const text = { kind: "parsed", parse: asTyped, optional: true } as const;

export const LOAD_IMPORT_PARAMETERS: TypedCommandParameters<LoadImport, [string], Context> = {
  flags: {
    slo: {
      ...text,
      variadic: true,
      placeholder: "TEXT",
      brief: "Judge an objective by what the file tells; may be given several times",
    },
    url: { ...text, placeholder: "URL", brief: "What was put under load, where the file does not say it" },
    model: {
      kind: "enum",
      values: ["open", "closed"],
      optional: true,
      brief: "How requests arrived, where the file does not say it",
    },
    rate: {
      kind: "parsed",
      parse: numeral,
      optional: true,
      placeholder: "N",
      brief: "Arrivals a second that were asked for, where the file does not say it",
    },
    html: { ...text, placeholder: "FILE", brief: "Write a page with charts" },
  },
  positional: {
    kind: "tuple",
    parameters: [{ parse: asTyped, placeholder: "file", brief: "What the tool wrote" }],
  },
};
