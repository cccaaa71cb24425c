import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { runForJson } from "../../harness/child.ts";
import type { Measured } from "./measured.ts";

const TIMEOUT_MS = 300_000;
const HEAP_MEBIBYTES = 8_192;
const MAIN = fileURLToPath(new URL("./tool-main.ts", import.meta.url));

/** Which core a program may run on, where `taskset` can say so; all programs of a round have the same. */
const CORE = "0";
const hasTaskset: boolean = spawnSync("taskset", ["--version"], { stdio: "ignore" }).status === 0;

/** How many cores the rows of one core really had, for the result. */
export const onOneCore: string = hasTaskset ? "pinned to one core" : "not pinned: there is no taskset";

/** Runs a program of ours or a package in a process of its own, on one core unless it may use all. */
export function runNode(args: readonly string[], allCores = false): Promise<Measured> {
  return runForJson<Measured>(
    pinned(process.execPath, [`--max-old-space-size=${HEAP_MEBIBYTES}`, ...args], allCores),
    TIMEOUT_MS,
  );
}

/** Runs an npm package that reads such reports. */
export function runPackage(name: string, report: string): Promise<Measured> {
  return runNode([MAIN, name, report]);
}

/** Seconds of another program, from its start to its end, and what it printed. */
export function timeProgram(
  command: string,
  args: readonly string[],
): { readonly seconds: number; readonly stdout: string } {
  const program = pinned(command, args, false);
  const startedMs = performance.now();
  const end = spawnSync(program.command, program.args, { encoding: "utf8", timeout: TIMEOUT_MS });
  const seconds = (performance.now() - startedMs) / 1000;
  if (end.status !== 0) throw new Error(`${command} ended with ${end.status}: ${end.stderr}`);
  return { seconds, stdout: end.stdout };
}

function pinned(
  command: string,
  args: readonly string[],
  allCores: boolean,
): { readonly command: string; readonly args: string[] } {
  if (allCores || !hasTaskset) return { command, args: [...args] };
  return { command: "taskset", args: ["--cpu-list", CORE, command, ...args] };
}
