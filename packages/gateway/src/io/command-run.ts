import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";

/** What a program's last words are cut to. */
export const STDERR_TAIL_SIZE_BYTES = 4096;
/** Time between SIGTERM and SIGKILL. */
export const KILL_AFTER_MS = 2000;
/** How long output is waited for that a child of the program may still hold open. */
const CLOSE_AFTER_EXIT_MS = 500;

export interface CommandTerms {
  readonly program: string;
  readonly arguments: readonly string[];
  readonly folder: string | null;
  /** All that the program is given besides PATH. */
  readonly environment: Readonly<Record<string, string>>;
  readonly stdin: string;
  readonly stdoutSizeBytesMax: number;
  readonly signal: AbortSignal;
  readonly killAfterMs?: number;
}

export type CommandEnd =
  /** It never ran; `code` is the system's, such as ENOENT. */
  | { readonly kind: "not-started"; readonly code: string; readonly message: string }
  | {
      readonly kind: "ended";
      /** Null when a signal ended it. */
      readonly exitCode: number | null;
      readonly killedBy: string | null;
      /** True when the signal of the call had it stopped. */
      readonly aborted: boolean;
      /** True when it was stopped for writing more than it may. */
      readonly overflowed: boolean;
      readonly stdout: Buffer;
      readonly stderrTail: string;
    };

/**
 * Runs a program without a shell, in a process group of its own, which is ended as a whole: SIGTERM, and SIGKILL after
 * `killAfterMs`. Never rejects.
 */
export function runCommand(terms: CommandTerms): Promise<CommandEnd> {
  if (terms.signal.aborted) {
    return Promise.resolve({ kind: "not-started", code: "ABORT_ERR", message: "the time was over before it started" });
  }
  return new Promise<CommandEnd>((resolve) => {
    new Run(terms, resolve).listen();
  }).catch(notStarted);
}

class Run {
  readonly #terms: CommandTerms;
  readonly #resolve: (end: CommandEnd) => void;
  readonly #child: ChildProcess;
  readonly #stdout: Buffer[] = [];
  #stdoutSizeBytes = 0;
  #stderr: Buffer = Buffer.alloc(0);
  #overflowed = false;
  #timer: NodeJS.Timeout | undefined;
  readonly #abort = (): void => this.#stop();

  constructor(terms: CommandTerms, resolve: (end: CommandEnd) => void) {
    this.#terms = terms;
    this.#resolve = resolve;
    const { PATH } = process.env;
    this.#child = spawn(terms.program, [...terms.arguments], {
      ...(terms.folder === null ? {} : { cwd: terms.folder }),
      // Node gives this one to every child, unless it is named.
      env: { NODE_V8_COVERAGE: undefined, ...(PATH === undefined ? {} : { PATH }), ...terms.environment },
      stdio: "pipe",
      shell: false,
      detached: true,
      windowsHide: true,
    });
  }

  listen(): void {
    const child = this.#child;
    const { signal, stdin } = this.#terms;
    child.once("error", (error) => {
      if (child.pid === undefined) this.#finish(notStarted(error));
    });
    child.stdout?.on("data", (chunk: Buffer) => this.#takeOutput(chunk));
    child.stderr?.on("data", (chunk: Buffer) => {
      this.#stderr = Buffer.concat([this.#stderr, chunk]).subarray(-STDERR_TAIL_SIZE_BYTES);
    });
    child.once("exit", () => {
      // A grandchild that holds the output open must not hold the call open.
      setTimeout(() => this.#letGo(), CLOSE_AFTER_EXIT_MS).unref();
    });
    child.once("close", (exitCode, killedBy) => this.#close(exitCode, killedBy));
    // A program that does not read its input closes it; that says nothing about its success.
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(stdin);
    signal.addEventListener("abort", this.#abort, { once: true });
  }

  #takeOutput(chunk: Buffer): void {
    this.#stdoutSizeBytes += chunk.length;
    if (this.#stdoutSizeBytes <= this.#terms.stdoutSizeBytesMax) this.#stdout.push(chunk);
    else if (!this.#overflowed) {
      this.#overflowed = true;
      this.#stop();
    }
  }

  #close(exitCode: number | null, killedBy: NodeJS.Signals | null): void {
    // What is left of a group that was stopped is stopped for good.
    if (this.#timer !== undefined) this.#kill("SIGKILL");
    this.#finish({
      kind: "ended",
      exitCode,
      killedBy,
      aborted: this.#terms.signal.aborted,
      overflowed: this.#overflowed,
      stdout: Buffer.concat(this.#stdout),
      stderrTail: this.#stderr.toString("utf8"),
    });
  }

  #stop(): void {
    if (this.#timer !== undefined) return;
    this.#kill("SIGTERM");
    this.#timer = setTimeout(() => this.#kill("SIGKILL"), this.#terms.killAfterMs ?? KILL_AFTER_MS);
  }

  #kill(signal: NodeJS.Signals): void {
    const { pid } = this.#child;
    if (pid === undefined) return;
    try {
      if (process.platform === "win32") this.#child.kill(signal);
      else process.kill(-pid, signal);
    } catch {
      // Nobody of the group is left.
      return;
    }
  }

  #letGo(): void {
    this.#child.stdout?.destroy();
    this.#child.stderr?.destroy();
  }

  #finish(end: CommandEnd): void {
    clearTimeout(this.#timer);
    this.#terms.signal.removeEventListener("abort", this.#abort);
    this.#resolve(end);
  }
}

function notStarted(thrown: unknown): CommandEnd {
  const { code, message } = thrown as NodeJS.ErrnoException;
  return { kind: "not-started", code: code ?? "UNKNOWN", message: message ?? "it could not be started" };
}
