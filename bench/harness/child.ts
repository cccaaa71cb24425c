import type { ChildProcessByStdio } from "node:child_process";
import { spawn } from "node:child_process";
import type { Readable } from "node:stream";
import { familyPids } from "./process-use.ts";

/** For a program that imports packages of this repository. */
export const FROM_SOURCE = "--conditions=holdpoint-source";

const STDOUT_BYTES_MAX = 4_194_304;
const STDERR_CHARACTERS_KEPT = 4096;
const STOP_TIMEOUT_MS = 20_000;
const READY_TIMEOUT_MS = 60_000;

type Child = ChildProcessByStdio<null, Readable, Readable>;

/** A program to start: Node's arguments, and variables on top of the inherited ones. */
export interface Program {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Another program than Node. */
  readonly command?: string;
}

export interface Server<Ready> {
  readonly ready: Ready;
  readonly pid: number;
  /** Asks it to end, then insists; resolves when it has ended. */
  stop(): Promise<void>;
}

/** Runs a program to its end and gives the JSON document that it printed. */
export async function runForJson<Result>(program: Program, timeoutMs: number): Promise<Result> {
  const child = start(program);
  const stdout = collect(child, timeoutMs, () => false);
  const text = await stdout;
  return JSON.parse(text) as Result;
}

/** Starts a program that prints one JSON document when it is ready, and then runs until it is stopped. */
export async function startServer<Ready>(
  program: Program,
  timeoutMs: number = READY_TIMEOUT_MS,
): Promise<Server<Ready>> {
  const child = start(program);
  let ready: Ready | undefined;
  await collect(child, timeoutMs, (text) => {
    ready = parsed<Ready>(text);
    return ready !== undefined;
  });
  const { pid } = child;
  if (ready === undefined || pid === undefined) throw new Error(`${nameOf(program)} was never ready`);
  child.stdout.resume();
  return { ready, pid, stop: () => stop(child) };
}

function start({ args, env, command }: Program): Child {
  return spawn(command ?? process.execPath, args, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
}

/** Resolves with stdout when `enough` of it is there, or at a good end; kills what takes too long or says too much. */
function collect(child: Child, timeoutMs: number, enough: (text: string) => boolean): Promise<string> {
  const name = nameOf({ args: child.spawnargs.slice(1), command: child.spawnfile });
  return new Promise((resolve, reject) => {
    let stdout = "";
    let stderr = "";
    const fail = (reason: string): void => {
      clearTimeout(timer);
      killFamily(child);
      child.stdout.destroy();
      child.stderr.destroy();
      reject(new Error(`${name}: ${reason}${stderr.trim() === "" ? "" : `\n${stderr.trim()}`}`));
    };
    const timer = setTimeout(() => fail(`not there within ${timeoutMs} ms`), timeoutMs);
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr = (stderr + text).slice(-STDERR_CHARACTERS_KEPT);
    });
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
      if (stdout.length > STDOUT_BYTES_MAX) fail(`more than ${STDOUT_BYTES_MAX} bytes of output`);
      else if (enough(stdout)) {
        clearTimeout(timer);
        child.stdout.removeAllListeners("data");
        resolve(stdout);
      }
    });
    child.on("error", (error) => fail(error.message));
    child.on("close", (code, signal) => {
      if (code === 0) {
        clearTimeout(timer);
        resolve(stdout);
      } else fail(`ended with ${code ?? signal}`);
    });
  });
}

function stop(child: Child): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => killFamily(child), STOP_TIMEOUT_MS);
    child.once("exit", () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill("SIGTERM");
  });
}

/** A command may have started the process that does the work; it must not outlive the bench. */
function killFamily({ pid }: Child): void {
  for (const each of pid === undefined ? [] : familyPids(pid)) {
    try {
      process.kill(each, "SIGKILL");
    } catch {
      continue;
    }
  }
}

function parsed<Value>(text: string): Value | undefined {
  try {
    return JSON.parse(text) as Value;
  } catch {
    return undefined;
  }
}

function nameOf({ args, command }: Program): string {
  return [command ?? "node", ...args].join(" ").slice(0, 200);
}
