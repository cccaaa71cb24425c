import { application } from "./application.ts";
import { commandLine } from "./command-line.ts";
import type { ExitCode } from "./exit-codes.ts";
import type { Host } from "./host.ts";

/** A process that exists only in memory, with a clock that stands still unless told otherwise. */
export interface FakeHost extends Host {
  readonly printed: { stdout: string; stderr: string };
}

export function fakeHost(cwd: string, change: Partial<Host> & { readonly terminal?: boolean } = {}): FakeHost {
  const printed = { stdout: "", stderr: "" };
  const isTerminal = change.terminal ?? false;
  let byte = 0;
  return {
    stdout: { write: (text) => void (printed.stdout += text), isTerminal, columns: 80 },
    stderr: { write: (text) => void (printed.stderr += text), isTerminal, columns: 80 },
    env: { PATH: process.env["PATH"] },
    cwd,
    nowMs: () => Date.now(),
    randomBytes: (size) => Uint8Array.from({ length: size }, () => (byte += 1) % 256),
    every: () => () => undefined,
    signal: new AbortController().signal,
    onHangUp: () => undefined,
    pid: 4711,
    ...change,
    printed,
  };
}

export interface Ran {
  readonly exit: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a whole command line in this process. */
export async function ran(host: FakeHost, ...args: string[]): Promise<Ran> {
  const exit = await commandLine(args, host);
  return { exit, ...host.printed };
}

/** Every command as the words that call it: `["ledger", "log"]`. */
export function verbPaths(): string[][] {
  const below = (target: typeof application.root, prefix: readonly string[]): string[][] =>
    "getAllEntries" in target
      ? target
          .getAllEntries()
          .flatMap((entry) => below(entry.target, [...prefix, entry.name["convert-camel-to-kebab"]]))
      : [[...prefix]];
  return below(application.root, []);
}
