/** One of the two streams that a verb prints to. */
export interface Output {
  readonly write: (text: string) => void;
  readonly isTerminal: boolean;
  /** Width in characters; 80 where nothing is known. */
  readonly columns: number;
}

/** Everything that the command line takes from the process around it, so that a test can be that process. */
export interface Host {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute path. */
  readonly cwd: string;
  /** Milliseconds since the epoch. */
  readonly nowMs: () => number;
  readonly randomBytes: (size: number) => Uint8Array;
  /** Calls back every so many milliseconds until the returned function is called. */
  readonly every: (intervalMs: number, tick: () => void) => () => void;
  /** Aborted by SIGINT, SIGTERM or SIGHUP. */
  readonly signal: AbortSignal;
  /** From now on SIGHUP calls this and aborts nothing: for a verb that reads its files again. */
  readonly onHangUp: (listener: () => void) => void;
  readonly pid: number;
}
