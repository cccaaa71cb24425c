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
  /** Commit that the candidate's changes are counted from, instead of the last promotion's. */
  readonly base?: string;
  /** `fresh` runs the suites first; `existing` judges the reports that lie there. */
  readonly evidence: "fresh" | "existing";
  readonly gates: readonly Gate[];
  readonly collectors: readonly Collector[];
  /** Commit, tree and cleanness of the work tree. */
  readonly readCandidate: (root: string) => Promise<CandidateFacts>;
  /**
   * Harmed files, repositories and ledgers that go the whole way; run for the gates of the profile
   * when the selftest is due.
   */
  readonly livePlants: (signal: AbortSignal, gates: readonly string[]) => Promise<readonly SelftestLive[]>;
  /** PEM file of the signing key; without it the ledger's own key is used or made. */
  readonly keyFile?: string;
  readonly renderers: readonly Renderer[];
  readonly nowMs: () => number;
  /** As many random bytes as asked for; the run id is made of six. */
  readonly randomBytes: (size: number) => Uint8Array;
  /** Variables that the suites are given, less those of CI platforms. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  readonly onProgress: (event: ProgressEvent) => void;
}

export interface CandidateFacts {
  readonly commit: string;
  readonly tree: string;
  readonly dirty: boolean;
}

/** Writes one file into the run's folder before the run is published. */
export interface Renderer {
  readonly file: string;
  render(result: RunResult): string;
}
