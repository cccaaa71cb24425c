import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const OWN_BIN: string = fileURLToPath(new URL("../../node_modules/.bin", import.meta.url));
const OUTPUT_CHARS_MAX = 4 * 1024 * 1024;

/** Path of a program of the bench's own packages or of the system; null where there is none. */
export function programOf(name: string): string | null {
  const folders = [OWN_BIN, ...(process.env["PATH"] ?? "").split(delimiter)];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

/** What a load tool printed; it is killed when it takes too long. */
export function runPeer(program: string, args: readonly string[], timeoutMs: number): Promise<string> {
  // A script of npm names the system's Node, which may be an old one.
  const isScript = program.startsWith(OWN_BIN);
  const child = spawn(isScript ? process.execPath : program, isScript ? [program, ...args] : args, {
    stdio: ["ignore", "pipe", "pipe"],
    timeout: timeoutMs,
    killSignal: "SIGKILL",
  });
  return new Promise((resolve, reject) => {
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout = (stdout + text).slice(-OUTPUT_CHARS_MAX);
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr = (stderr + text).slice(-OUTPUT_CHARS_MAX);
    });
    child.once("error", reject);
    child.once("close", (code, signal) => {
      if (code === 0) resolve(stdout);
      else reject(new Error(`${program} ended with ${code ?? signal}: ${stderr.slice(-500)}`));
    });
  });
}
