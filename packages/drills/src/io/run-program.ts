import { spawn } from "node:child_process";
import { childEnvironment, programOf, signalGroup } from "./child-program.ts";

export interface ProgramTerms {
  /** Program and arguments, no shell. */
  readonly command: readonly string[];
  readonly cwd: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** What it gets on its standard input; nothing unless named. */
  readonly input?: string;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** How a program ended. */
export interface ProgramRun {
  /** Null when it was killed: it took too long, or the drill was stopped. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const OUTPUT_CHARS_MAX = 4 * 1024 * 1024;

/**
 * Runs a program to its end, or kills it with its whole process group when its time is over.
 *
 * @throws Error when it cannot be started
 * @example
 * (await runProgram({ command: ["node", "--version"], cwd, timeoutMs: 5000, signal })).exitCode; // 0
 */
export function runProgram(terms: ProgramTerms): Promise<ProgramRun> {
  const { command, cwd, environment, input = "", timeoutMs, signal } = terms;
  const [program = "", ...args] = command;
  const child = spawn(programOf(program), args, {
    cwd,
    env: childEnvironment(environment),
    stdio: ["pipe", "pipe", "pipe"],
    detached: true,
  });
  // A program need not read what it is given.
  child.stdin.once("error", () => undefined).end(input);
  const kill = (): void => signalGroup(child, "SIGKILL");
  return new Promise((resolve, reject) => {
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (part: string) => {
      stdout = (stdout + part).slice(0, OUTPUT_CHARS_MAX);
    });
    child.stderr.setEncoding("utf8").on("data", (part: string) => {
      stderr = (stderr + part).slice(-OUTPUT_CHARS_MAX);
    });
    const timer = setTimeout(kill, timeoutMs);
    signal.addEventListener("abort", kill, { once: true });
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", kill);
      act();
    };
    child.once("error", (cause) => settle(() => reject(cause)));
    child.once("close", (exitCode) => settle(() => resolve({ exitCode, stdout, stderr })));
  });
}

/** Path of the Node that this program runs in, for commands that another program starts. */
export function nodeProgram(): string {
  return process.execPath;
}
