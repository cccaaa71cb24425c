import { spawn } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "../root.ts";

const TIMEOUT_MS = 120_000;

export interface ProgramEnd {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program of our own node_modules/.bin in the given folder and keeps what it says. */
export function runProgram(name: string, args: readonly string[], cwd: string): Promise<ProgramEnd> {
  return new Promise((resolve, reject) => {
    const program = join(ROOT, "node_modules", ".bin", name);
    const child = spawn(program, args, { cwd, stdio: ["ignore", "pipe", "pipe"], timeout: TIMEOUT_MS });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => (stdout += chunk));
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => (stderr += chunk));
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (code === null) reject(new Error(`${name} was ended by ${signal}`));
      else resolve({ exitCode: code, stdout, stderr });
    });
  });
}
