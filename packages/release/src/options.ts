import type { Collector, Config, Gate, SelftestLive } from "@holdpoint/core";
import type { ProgressEvent, RunResult } from "./result.ts";

/** Everything a run takes from outside. */
export interface RunOptions {
  /** Absolute path of the repository's root. */
  readonly root: string;
  readonly config: Config;
  readonly profile: string;
  /** Only these gates; such a run can never PROMOTE. */
  readonly only?: readonly string[];
  /** `fresh` runs the suites first; `existing` judges the reports that lie there. */
  readonly evidence: "fresh" | "existing";
  readonly gates: readonly Gate[];
  readonly collectors: readonly Collector[];
  /** Harmed files, repositories and ledgers that go the whole way; run when the selftest is due. */
  readonly livePlants: (signal: AbortSignal) => Promise<readonly SelftestLive[]>;
  /** PEM file of the signing key; without it the ledger's own key is used or made. */
  readonly keyFile?: string;
  readonly renderers: readonly Renderer[];
  readonly nowMs: () => number;
  /** Six or more random bytes for the run id. */
  readonly randomBytes: (size: number) => Uint8Array;
  readonly signal: AbortSignal;
  readonly onProgress: (event: ProgressEvent) => void;
}

/** Writes one file into the run's folder before the run is published. */
export interface Renderer {
  readonly file: string;
  render(result: RunResult): string;
}
