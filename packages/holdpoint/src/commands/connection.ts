import type { TypedFlagParameter } from "@stricli/core";
import type { Context } from "../command.ts";
import { asTyped } from "../command.ts";

/** A flag that takes a text and may be left out. */
export function optional(placeholder: string, brief: string): TypedFlagParameter<string | undefined, Context> {
  return { kind: "parsed", parse: asTyped, optional: true, placeholder, brief };
}

/** How every verb finds its gateway. */
export const CONNECTION: {
  readonly url: TypedFlagParameter<string, Context>;
  readonly tokenFile: TypedFlagParameter<string | undefined, Context>;
} = {
  url: {
    kind: "parsed",
    parse: asTyped,
    default: "http://127.0.0.1:8377",
    placeholder: "URL",
    brief: "Where the gateway listens",
  },
  tokenFile: optional("FILE", "File with the token; default: HOLDPOINT_TOKEN of the environment"),
};

const COUNT_MAX = 100_000;

/** A whole number above 0. */
export function count(text: string): number {
  const value = Number(text);
  if (/^[1-9]\d{0,5}$/.test(text) && value <= COUNT_MAX) return value;
  throw new RangeError(`a whole number from 1 to ${COUNT_MAX} is wanted`);
}

export function countFlag(brief: string): TypedFlagParameter<number | undefined, Context> {
  return { kind: "parsed", parse: count, optional: true, placeholder: "N", brief };
}

export const LIMIT: TypedFlagParameter<number, Context> = {
  kind: "parsed",
  parse: count,
  default: "50",
  placeholder: "N",
  brief: "How many",
};
