import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { childEnvironment, isRunning, programOf, signalGroup } from "../child-program.ts";

export interface SubjectTerms {
  /** Program and arguments, no shell. */
  readonly command: readonly string[];
  readonly cwd: string;
  /** Answers with a status below 400 once it is ready. */
  readonly readyUrl: string;
  readonly readyTimeoutMs: number;
  readonly signal: AbortSignal;
}

/** A program that is put under load. */
export interface Subject {
  readonly pid: number;
  /** True until it ended, whoever ended it. */
  readonly running: boolean;
  stop(): Promise<void>;
}

const ASK_EVERY_MS = 50;
const ASK_TIMEOUT_MS = 2000;
const STOP_GRACE_MS = 5000;
const OUTPUT_CHARS_MAX = 4096;

/**
 * Starts a program in a process group of its own and waits until it is ready.
 *
 * @throws Error when it ends before, or is not ready in time, with the end of what it wrote to stderr
 */
export async function startSubject(terms: SubjectTerms): Promise<Subject> {
  const [program = "", ...args] = terms.command;
  const child = spawn(programOf(program), args, {
    cwd: terms.cwd,
    env: childEnvironment(),
    stdio: ["ignore", "ignore", "pipe"],
    detached: true,
  });
  const stderr = tailOf(child);
  const failed = new Promise<never>((_, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => reject(new Error(`it ended with ${code ?? signal}`)));
  });
  failed.catch(() => undefined);
  try {
    await Promise.race([ready(terms), failed]);
  } catch (cause) {
    await stop(child);
    const command = terms.command.join(" ");
    throw new Error(`${command} is not ready: ${(cause as Error).message}; it wrote: ${stderr()}`, { cause });
  }
  return {
    pid: child.pid ?? 0,
    get running(): boolean {
      return isRunning(child);
    },
    stop: () => stop(child),
  };
}

async function ready({ readyUrl, readyTimeoutMs, signal }: SubjectTerms): Promise<void> {
  const late = AbortSignal.timeout(readyTimeoutMs);
  const over = AbortSignal.any([signal, late]);
  for (;;) {
    if (late.aborted) throw new Error(`${readyUrl} did not answer in ${readyTimeoutMs} ms`);
    signal.throwIfAborted();
    try {
      const asked = AbortSignal.any([over, AbortSignal.timeout(ASK_TIMEOUT_MS)]);
      const answer = await fetch(readyUrl, { signal: asked, redirect: "manual" });
      await answer.body?.cancel();
      if (answer.status < 400) return;
    } catch {
      // Not yet; who asked too long is told above.
    }
    await sleep(ASK_EVERY_MS, undefined, { signal: over }).catch(() => undefined);
  }
}

function tailOf(child: ChildProcess): () => string {
  let text = "";
  child.stderr?.setEncoding("utf8");
  child.stderr?.on("data", (part: string) => {
    text = (text + part).slice(-OUTPUT_CHARS_MAX);
  });
  return () => text.trim();
}

async function stop(child: ChildProcess): Promise<void> {
  if (isRunning(child)) {
    const closed = once(child, "close");
    signalGroup(child, "SIGTERM");
    const grace = new AbortController();
    const late = sleep(STOP_GRACE_MS, undefined, { signal: grace.signal }).then(
      () => signalGroup(child, "SIGKILL"),
      () => undefined,
    );
    await closed;
    grace.abort();
    await late;
  }
  // Whatever it left behind in its group.
  signalGroup(child, "SIGKILL");
}
