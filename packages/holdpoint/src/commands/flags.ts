import type { TypedFlagParameter, TypedPositionalParameters } from "@stricli/core";
import type { Context } from "../command.ts";
import { asTyped } from "../command.ts";

/** Flags and arguments that several verbs share. */
export const PROFILE: TypedFlagParameter<string, Context> = {
  kind: "parsed",
  parse: asTyped,
  default: "release",
  placeholder: "NAME",
  brief: "Profile to judge by",
};

export const KEY: TypedFlagParameter<string | undefined, Context> = {
  kind: "parsed",
  parse: asTyped,
  optional: true,
  placeholder: "FILE",
  brief: "Private key (PEM) that signs; default: the ledger's own",
};

export const BASE: TypedFlagParameter<string | undefined, Context> = {
  kind: "parsed",
  parse: asTyped,
  optional: true,
  placeholder: "REF",
  brief: "Count changes from where the candidate left this commit; a release only before its first promotion",
};

export const GATES_ARGUMENT: TypedPositionalParameters<string[], Context> = {
  kind: "array",
  parameter: { parse: asTyped, placeholder: "gate", brief: "Gates; all of them when none is named" },
};
