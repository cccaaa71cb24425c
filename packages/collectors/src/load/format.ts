import type { LoadBody, Objective } from "@holdpoint/core";
import type { StoredLoad } from "./holdpoint/read-artifact.ts";

/** Formats of load results that are read. */
export const LOAD_FORMATS: readonly LoadFormat[] = [
  "holdpoint",
  "holdpoint-json",
  "k6-summary",
  "k6-json",
  "k6-csv",
  "artillery",
  "gatling-stats",
  "gatling-log",
  "autocannon",
  "wrk",
  "hey",
  "hey-csv",
  "ab",
  "locust-stats",
  "locust-history",
  "vegeta",
  "hlog",
];

export type LoadFormat =
  | "holdpoint"
  | "holdpoint-json"
  | "k6-summary"
  | "k6-json"
  | "k6-csv"
  | "artillery"
  | "gatling-stats"
  | "gatling-log"
  | "autocannon"
  | "wrk"
  | "hey"
  | "hey-csv"
  | "ab"
  | "locust-stats"
  | "locust-history"
  | "vegeta"
  | "hlog";

/** One file of results, as it was read; its id is `load` until somebody names it. */
export interface ReadLoad {
  readonly format: LoadFormat;
  readonly body: LoadBody;
  /** Of a run of ours that was stored second by second; null of any other file, which does not say when it was made. */
  readonly stored: Omit<StoredLoad, "body"> | null;
}

/** A format of load results. */
export interface LoadFormatReader {
  readonly format: LoadFormat;
  /** Whether results that begin so (up to `LOAD_HEAD_SIZE_BYTES`) are of this format; at most one says so. */
  readonly looksLike: (head: string) => boolean;
  /**
   * Reads whole results.
   *
   * @throws HoldpointError `HP-READ-*` with file and position
   */
  readonly read: (bytes: Uint8Array, file: string) => LoadBody;
  /** Reads a run second by second, and judges the objectives that are asked for by its seconds. */
  readonly readStored?: (bytes: Uint8Array, file: string, objectives: readonly Objective[]) => StoredLoad;
}

/** So much of the beginning is looked at to tell the format. */
export const LOAD_HEAD_SIZE_BYTES = 65_536;
