import { spawn } from "node:child_process";
import type { ChildProcess, ChildProcessByStdio } from "node:child_process";
import { delimiter, dirname } from "node:path";
import type { Readable } from "node:stream";
import { HoldpointError } from "@holdpoint/core";
import type { SuiteConfig, SuiteRunBody } from "@holdpoint/core";
import { isCiVariable } from "../gather/ci-variables.ts";
import { makeReportFolders } from "./report-folders.ts";
import { reportStates, snapshotReports } from "./suite-reports.ts";

const TAIL_CHARS_MAX = 4096;
const KILL_GRACE_DEFAULT_MS = 5000;
/** For what is still in the pipes when the command has ended. */
const DRAIN_GRACE_MS = 1000;

export interface RunSuiteTerms {
  readonly root: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly nowMs: () => number;
  readonly signal: AbortSignal;
  /** Between the polite and the final signal. */
  readonly killGraceMs?: number;
}

/** Runs a suite's command without a shell, in its own process group, and says how it ended. */
export async function runSuite(
  suite: SuiteConfig,
  argv: readonly string[],
  terms: RunSuiteTerms,
): Promise<SuiteRunBody> {
  const globs = [...suite.results, ...suite.writes];
  makeReportFolders(terms.root, globs);
  const before = snapshotReports(terms.root, globs);
  const { environment, removed } = withoutCi(terms.environment);
  const startedAtMs = terms.nowMs();
  const ending = await runProcess(argv, { ...terms, environment, timeoutMs: suite.timeoutMs });
  return {
    suite: suite.id,
    argv,
    ...ending,
    durationMs: terms.nowMs() - startedAtMs,
    timeoutMs: suite.timeoutMs,
    environmentRemoved: removed,
    reports: reportStates(terms.root, globs, before),
  };
}

type Ending = Pick<SuiteRunBody, "exitCode" | "signal" | "timedOut" | "stdoutTail" | "stderrTail">;

interface ProcessTerms extends RunSuiteTerms {
  readonly timeoutMs: number;
}

function runProcess(argv: readonly string[], terms: ProcessTerms): Promise<Ending> {
  const [program = "", ...args] = argv;
  return new Promise((resolve, reject) => {
    const notStarted = (cause: unknown): HoldpointError =>
      new HoldpointError("HP-RUN-SUITE-NOT-STARTED", `${program}: ${(cause as Error).message}`, {}, cause);
    let child: ReturnType<typeof start>;
    try {
      child = start(program, args, terms);
    } catch (cause) {
      // An empty name, a NUL in an argument, a command line that is too long.
      reject(notStarted(cause));
      return;
    }
    const stdout = tail(child.stdout);
    const stderr = tail(child.stderr);
    let timedOut = false;
    const stop = (): void => endGroup(child, terms.killGraceMs ?? KILL_GRACE_DEFAULT_MS);
    const timer = setTimeout(() => {
      timedOut = true;
      stop();
    }, terms.timeoutMs);
    terms.signal.addEventListener("abort", stop, { once: true });
    if (terms.signal.aborted) stop();
    const settle = (): void => {
      clearTimeout(timer);
      terms.signal.removeEventListener("abort", stop);
    };
    child.on("error", (cause) => {
      settle();
      reject(notStarted(cause));
    });
    child.on("exit", () => {
      settle();
      // Whatever the command left running in its group must not outlive it.
      signalGroup(child, "SIGKILL");
      // A process that left the group may hold the pipes open for ever.
      const timer = setTimeout(() => {
        child.stdout.destroy();
        child.stderr.destroy();
      }, DRAIN_GRACE_MS);
      child.once("close", () => clearTimeout(timer));
    });
    child.on("close", (exitCode, signal) => {
      resolve({ exitCode, signal, timedOut, stdoutTail: stdout(), stderrTail: stderr() });
    });
  });
}

function start(
  program: string,
  args: readonly string[],
  terms: ProcessTerms,
): ChildProcessByStdio<null, Readable, Readable> {
  return spawn(program, args, {
    cwd: terms.root,
    env: terms.environment,
    stdio: ["ignore", "pipe", "pipe"],
    detached: process.platform !== "win32",
  });
}

function endGroup(child: ChildProcess, killGraceMs: number): void {
  signalGroup(child, "SIGTERM");
  const timer = setTimeout(() => signalGroup(child, "SIGKILL"), killGraceMs);
  child.once("close", () => clearTimeout(timer));
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === "win32" ? child.pid : -child.pid, signal);
  } catch {
    // ESRCH: the group is gone already.
  }
}

function tail(stream: NodeJS.ReadableStream): () => string {
  let kept = "";
  stream.setEncoding("utf8");
  stream.on("data", (chunk: string) => {
    kept = (kept + chunk).slice(-TAIL_CHARS_MAX);
  });
  return () => kept.toWellFormed();
}

function withoutCi(all: Readonly<Record<string, string | undefined>>): {
  environment: NodeJS.ProcessEnv;
  removed: string[];
} {
  const removed = Object.keys(all).filter(isCiVariable).sort();
  const environment: NodeJS.ProcessEnv = {};
  for (const [name, value] of Object.entries(all)) {
    if (!removed.includes(name) && value !== undefined) environment[name] = value;
  }
  // `run: [node, …]` means the Node that runs Holdpoint, not an older one of the system.
  environment["PATH"] = [dirname(process.execPath), environment["PATH"] ?? ""].join(delimiter);
  return { environment, removed };
}
