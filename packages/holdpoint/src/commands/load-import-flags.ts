import type { TypedCommandParameters } from "@stricli/core";
import type { Context } from "../command.ts";
import { asTyped } from "../command.ts";
import type { CommonFlags } from "../verb.ts";

export type LoadImport = { readonly html?: string };
export type LoadImportFlags = LoadImport & CommonFlags;

export const LOAD_IMPORT_PARAMETERS: TypedCommandParameters<LoadImport, [string], Context> = {
  flags: {
    html: { kind: "parsed", parse: asTyped, optional: true, placeholder: "FILE", brief: "Write a page with charts" },
  },
  positional: {
    kind: "tuple",
    parameters: [{ parse: asTyped, placeholder: "file", brief: "What the tool wrote" }],
  },
};
