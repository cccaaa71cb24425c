import type { Json, JsonObject } from "@holdpoint/core";

/** The target's whole configuration at one instant. */
export interface Configuration {
  readonly document: Json;
  /** What a write names so that it changes this very version; null: the target has none. */
  readonly tag: string | null;
}

/** The way to a target's configuration. */
export interface Applier {
  /** @throws HoldpointError `HP-TUNING-TARGET`, or one of `HP-READ-…` with its place */
  read(signal: AbortSignal): Promise<Configuration>;
  /**
   * Writes a merge patch of the configuration that was read.
   *
   * @returns `changed-meanwhile`: it is another version by now and nothing was written
   * @throws HoldpointError `HP-TUNING-REFUSED` when the target does not take it, `HP-TUNING-TARGET` when nobody knows
   */
  write(patch: JsonObject, tag: string | null, signal: AbortSignal): Promise<"written" | "changed-meanwhile">;
}
