import type { TypedCommandParameters } from "@stricli/core";
import type { Context } from "../command.ts";
import { asTyped } from "../command.ts";
import type { CommonFlags } from "../verb.ts";

export type LoadTrendOwn = {
  readonly load?: string;
  readonly metric: string;
  readonly since: string;
  readonly until?: string;
};
export type LoadTrendFlags = LoadTrendOwn & CommonFlags;

const text = { kind: "parsed", parse: asTyped } as const;

export const LOAD_TREND_PARAMETERS: TypedCommandParameters<LoadTrendOwn, [], Context> = {
  flags: {
    load: { ...text, optional: true, placeholder: "ID", brief: "Only this load (default: all of them)" },
    metric: {
      ...text,
      default: "p99",
      placeholder: "NAME",
      brief: "response.p50|p95|p99, service.p50|p95|p99, achieved or failed; p99 is response.p99",
    },
    since: {
      ...text,
      default: "365d",
      placeholder: "TIME",
      brief: "Where it begins: 4w, 90d before the end, a date or an instant",
    },
    until: {
      ...text,
      optional: true,
      placeholder: "TIME",
      brief: "Where it ends, a date or an instant (default: now)",
    },
  },
};
