import type { ParameterPlan } from "@holdpoint/core";
import type { Applier } from "../tuning/applier.ts";
import { currentOf } from "../tuning/leaves.ts";

type Values = Readonly<Record<string, number | null>>;

/** An applier that remembers what the parameters were whenever somebody read them. */
export interface WatchedApplier extends Applier {
  readonly first: Values;
  readonly last: Values;
}

export function watchedApplier(applier: Applier, parameters: readonly ParameterPlan[]): WatchedApplier {
  let first: Values | null = null;
  let last: Values = {};
  return {
    get first() {
      return first ?? {};
    },
    get last() {
      return last;
    },
    read: async (signal) => {
      const read = await applier.read(signal);
      last = currentOf(read.document, parameters);
      first ??= last;
      return read;
    },
    write: async (patch, tag, signal) => applier.write(patch, tag, signal),
  };
}
