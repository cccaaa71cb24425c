/** Body of `suite-run` evidence: one command that made reports, as it really ended. */
export interface SuiteRunBody {
  readonly suite: string;
  readonly argv: readonly string[];
  /** Null when it was ended by a signal or never started. */
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly timedOut: boolean;
  readonly durationMs: number;
  readonly timeoutMs: number;
  /** Names of CI platforms' variables that were kept from it, so that it is shown to need none. */
  readonly environmentRemoved: readonly string[];
  /** The last 4,096 characters of each stream. */
  readonly stdoutTail: string;
  readonly stderrTail: string;
  /** Reports it was expected to write; `fresh` means written by this very run. */
  readonly reports: readonly SuiteReport[];
}

export interface SuiteReport {
  readonly path: string;
  readonly sha256: string | null;
  readonly sizeBytes: number | null;
  readonly fresh: boolean;
}
