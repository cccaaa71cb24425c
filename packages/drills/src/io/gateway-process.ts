import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type { DrillStep } from "../drill.ts";
import { childEnvironment, isRunning, programOf, signalGroup } from "./child-program.ts";

export interface GatewayProcessTerms {
  /** Program and arguments that start a gateway; `--json --port 0 --data DIR` is appended. */
  readonly command: readonly string[];
  /** Where it is started. */
  readonly root: string;
  readonly dataFolder: string;
  /** `gateway.yaml`; null starts the trial gateway. */
  readonly gatewayFile: string | null;
  readonly signal: AbortSignal;
  readonly nowMs: () => number;
  readonly record: (step: DrillStep) => void;
  readonly startTimeoutMs?: number;
  /** Added to the environment, e.g. for `${env:NAME}` in gateway.yaml. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** A gateway in a process of its own, by the command that users have. */
export interface GatewayProcess {
  readonly url: string;
  /** Of the command; what serves may be a child of it. */
  readonly pid: number;
  /** By role, as printed when they were made: a restart keeps them. */
  readonly tokens: Readonly<Record<string, string>>;
  /** SIGKILL for the whole process group, then waits until it is gone. */
  kill(): Promise<void>;
  /** SIGTERM, then SIGKILL after a grace; the exit code, null when it was killed. */
  stop(): Promise<number | null>;
  /** Starts it again on the same data; the port is another one. */
  start(): Promise<void>;
}

/** Printed by `gateway start --json`. */
interface Started {
  readonly url: string;
  readonly tokens: Readonly<Record<string, string>> | null;
}

const START_TIMEOUT_MS = 20_000;
const STOP_GRACE_MS = 10_000;
const OUTPUT_CHARS_MAX = 64 * 1024;

/**
 * Starts a gateway and waits until it says where it listens.
 *
 * @throws Error when it ends or says nothing in time, with the end of what it wrote to stderr.
 * @example
 * const gateway = await startGateway({ command: ["holdpoint", "gateway", "start"], root, dataFolder, … });
 * await fetch(`${gateway.url}/livez`);
 * await gateway.stop();
 */
export async function startGateway(terms: GatewayProcessTerms): Promise<GatewayProcess> {
  let running = await startOnce(terms);
  const tokens = running.started.tokens ?? {};
  return {
    get url(): string {
      return running.started.url;
    },
    get pid(): number {
      return running.child.pid ?? 0;
    },
    tokens,
    kill: async () => {
      terms.record({ atMs: terms.nowMs(), what: "kill", text: "SIGKILL" });
      await end(running.child, "SIGKILL");
    },
    stop: async () => {
      const code = await end(running.child, "SIGTERM");
      terms.record({ atMs: terms.nowMs(), what: "stop", text: `exit ${code}` });
      return code;
    },
    start: async () => {
      if (isRunning(running.child)) throw new Error("the gateway runs already");
      running = await startOnce(terms);
    },
  };
}

interface Running {
  readonly child: ChildProcess;
  readonly started: Started;
}

async function startOnce(terms: GatewayProcessTerms): Promise<Running> {
  terms.signal.throwIfAborted();
  const child = spawnGateway(terms);
  const stderr = tailOf(child);
  const stop = (): void => signalGroup(child, "SIGKILL");
  terms.signal.addEventListener("abort", stop, { once: true });
  child.once("close", () => terms.signal.removeEventListener("abort", stop));
  try {
    const started = await firstDocument(child, terms.startTimeoutMs ?? START_TIMEOUT_MS);
    terms.record({ atMs: terms.nowMs(), what: "start", text: started.url });
    return { child, started };
  } catch (cause) {
    await end(child, "SIGKILL");
    throw new Error(`the gateway did not start: ${(cause as Error).message}; it wrote: ${stderr()}`, { cause });
  }
}

function spawnGateway(terms: GatewayProcessTerms): ChildProcess {
  const [program = "", ...args] = terms.command;
  const file = terms.gatewayFile === null ? [] : ["--gateway", terms.gatewayFile];
  const own = ["--json", "--port", "0", "--data", terms.dataFolder, ...file];
  return spawn(programOf(program), [...args, ...own], {
    cwd: terms.root,
    env: childEnvironment(terms.environment),
    stdio: ["ignore", "pipe", "pipe"],
    // The command may start a child of its own; its group ends with it.
    detached: true,
  });
}

/** The first whole JSON document on stdout: one line, or one pretty-printed over several. */
function firstDocument(child: ChildProcess, timeoutMs: number): Promise<Started> {
  return new Promise((resolve, reject) => {
    let text = "";
    const timer = setTimeout(() => reject(new Error(`nothing in ${timeoutMs} ms`)), timeoutMs);
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      act();
    };
    child.stdout?.setEncoding("utf8");
    child.stdout?.on("data", (part: string) => {
      if (text.length > OUTPUT_CHARS_MAX) return;
      text += part;
      const started = parseStarted(text);
      if (started !== null) settle(() => resolve(started));
    });
    child.once("error", (cause) => settle(() => reject(cause)));
    child.once("close", (code, signal) => settle(() => reject(new Error(`it ended with ${code ?? signal}: ${text}`))));
  });
}

function parseStarted(text: string): Started | null {
  try {
    const { url, tokens = null } = JSON.parse(text) as Partial<Started>;
    return typeof url === "string" ? { url, tokens } : null;
  } catch {
    return null;
  }
}

function tailOf(child: ChildProcess): () => string {
  let text = "";
  child.stderr?.setEncoding("utf8");
  child.stderr?.on("data", (part: string) => {
    text = (text + part).slice(-OUTPUT_CHARS_MAX);
  });
  return () => text.trim().slice(-2000);
}

async function end(child: ChildProcess, signal: "SIGTERM" | "SIGKILL"): Promise<number | null> {
  if (!isRunning(child)) {
    signalGroup(child, "SIGKILL");
    return child.exitCode;
  }
  const closed = once(child, "close");
  // A polite signal goes to the command alone, which forwards it: twice would mean "at once".
  if (signal === "SIGTERM") child.kill(signal);
  else signalGroup(child, signal);
  const grace = new AbortController();
  const late = sleep(STOP_GRACE_MS, undefined, { signal: grace.signal }).then(
    () => signalGroup(child, "SIGKILL"),
    () => undefined,
  );
  await closed;
  grace.abort();
  await late;
  return child.exitCode;
}
