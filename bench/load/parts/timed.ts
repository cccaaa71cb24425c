import { spawn } from "node:child_process";
import { familyPids } from "../../harness/process-use.ts";
import { CLIENT_CORE, onCore } from "./cores.ts";

/** What a program printed, and the processor seconds of it and all its children. */
export interface Timed {
  readonly stdout: string;
  readonly cpuSeconds: number;
}

const OUTPUT_CHARACTERS_MAX = 4_194_304;
const TIMES = /^([0-9.]+) ([0-9.]+)\s*$/m;

/** Runs a program on the client's core; it is ended when it takes too long. @throws Error when it ends badly */
export async function runTimed(command: string, args: readonly string[], timeoutMs: number): Promise<Timed> {
  const pinned = onCore(CLIENT_CORE, command, args);
  // Bash has the times of what it waited for without a package of its own.
  const script = 'TIMEFORMAT="%3U %3S"; time "$@" 2>&3';
  const child = spawn("bash", ["-c", script, "bash", pinned.command, ...pinned.args], {
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  const texts = [1, 2, 3].map((index) => {
    const text = { all: "" };
    const stream = child.stdio[index];
    stream?.on("data", (part: Buffer) => {
      text.all = (text.all + part.toString("utf8")).slice(-OUTPUT_CHARACTERS_MAX);
    });
    return text;
  });
  const timer = setTimeout(() => endFamily(child.pid), timeoutMs);
  const code = await new Promise<number | string | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (status, signal) => resolve(status ?? signal));
  }).finally(() => clearTimeout(timer));
  const [stdout = "", times = "", stderr = ""] = texts.map(({ all }) => all);
  if (code !== 0) throw new Error(`${command} ended with ${code}: ${stderr.slice(-500)}`);
  const [, user = "", system = ""] = TIMES.exec(times) ?? [];
  return { stdout, cpuSeconds: Number(user) + Number(system) };
}

/** Bash does not take along what it waits for. */
function endFamily(pid: number | undefined): void {
  for (const each of pid === undefined ? [] : familyPids(pid)) {
    try {
      process.kill(each, "SIGKILL");
    } catch {
      continue;
    }
  }
}
