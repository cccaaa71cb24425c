import type { TypedFlagParameter, TypedPositionalParameters } from "@stricli/core";
import type { Context } from "../command.ts";
import { asTyped } from "../command.ts";
import type { CommonFlags } from "../verb.ts";

export type SoakRun = {
  readonly iterations?: string;
  readonly autoTune: boolean;
  readonly runIsolated: boolean;
  readonly soft: boolean;
  readonly metrics?: string;
  readonly key?: string;
};
export type SoakRunFlags = SoakRun & CommonFlags;

export type SoakVerify = { readonly strict: boolean };
export type SoakVerifyFlags = SoakVerify & CommonFlags;

export type SoakReport = { readonly output?: string };
export type SoakReportFlags = SoakReport & CommonFlags;

export type SoakCompare = { readonly anyway: boolean };
export type SoakCompareFlags = SoakCompare & CommonFlags;

export const OFF = { kind: "boolean", default: false, withNegated: false } as const;

export const TEXT: Pick<TypedFlagParameter<string | undefined, Context> & { kind: "parsed" }, "kind" | "parse"> & {
  readonly optional: true;
} = { kind: "parsed", parse: asTyped, optional: true };

/** A stored run: of its folder, of its soak's folder, or by the name of its soak. */
export const RUN_ARGUMENT: TypedPositionalParameters<[string?], Context> = {
  kind: "tuple",
  parameters: [
    {
      parse: asTyped,
      optional: true,
      placeholder: "run",
      brief: "Folder of a run, or name of a soak, whose latest run it is; default: the only soak",
    },
  ],
};
