import type { ChildProcess } from "node:child_process";

/** Of a test runner or of coverage measurement: a program under drill must not see them. */
const NOT_INHERITED: readonly string[] = ["NODE_TEST_CONTEXT", "NODE_V8_COVERAGE", "NODE_OPTIONS"];

/** This process's environment for a program under drill. */
export function childEnvironment(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !NOT_INHERITED.includes(name));
  // Node gives this one to every child, unless it is named.
  return { NODE_V8_COVERAGE: undefined, ...Object.fromEntries(inherited), ...more };
}

/** Where a command says `node`, the one that runs this: the one of the system may be older. */
export function programOf(name: string): string {
  return name === "node" ? process.execPath : name;
}

export function isRunning(child: ChildProcess): boolean {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null;
}

/** Sends a signal to a child that was started `detached`, and to all that it started. */
export function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}
