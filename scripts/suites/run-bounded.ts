import { spawn } from "node:child_process";
import { constants } from "node:os";

const REPORT_WAIT_MS = 500;
const KILL_WAIT_MS = 2_000;
const PASSED_ON = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

export interface BoundedEnd {
  readonly exitCode: number;
  readonly timedOut: boolean;
}

/**
 * Runs a program with everything it starts as one process group, which is ended whole when the time is up:
 * SIGUSR2 asks it to say what is open, SIGINT to write its reports, SIGKILL ends it.
 */
export async function runBounded(
  program: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly timeoutMs: number; readonly env: NodeJS.ProcessEnv },
): Promise<BoundedEnd> {
  const { cwd, env } = options;
  const child = spawn(program, args, { cwd, env, detached: true, stdio: ["ignore", "inherit", "inherit"] });
  let timedOut = false;
  const timers: NodeJS.Timeout[] = [];
  const later = (ms: number, run: () => void): void => {
    timers.push(setTimeout(run, ms));
  };
  later(options.timeoutMs, () => {
    timedOut = true;
    child.kill("SIGUSR2");
    later(REPORT_WAIT_MS, () => endGroup(child.pid, "SIGINT"));
    later(REPORT_WAIT_MS + KILL_WAIT_MS, () => endGroup(child.pid, "SIGKILL"));
  });
  const passOn = (signal: NodeJS.Signals): void => endGroup(child.pid, signal);
  for (const signal of PASSED_ON) process.on(signal, passOn);
  try {
    const exitCode = await new Promise<number>((resolve, reject) => {
      child.on("error", reject);
      child.on("exit", (code, signal) => resolve(code ?? 128 + constants.signals[signal ?? "SIGKILL"]));
    });
    return { exitCode, timedOut };
  } finally {
    for (const timer of timers) clearTimeout(timer);
    for (const signal of PASSED_ON) process.removeListener(signal, passOn);
    endGroup(child.pid, "SIGKILL");
  }
}

function endGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
