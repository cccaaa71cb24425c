import { spawnSync } from "node:child_process";
import { cpus } from "node:os";

export const SERVER_CORE = 0;
export const CLIENT_CORE = 1;

const canPin: boolean = cpus().length > 1 && spawnSync("taskset", ["--version"], { stdio: "ignore" }).status === 0;

/** How the cores were shared out, for the result. */
export const coresSaid: string = canPin
  ? "server on one core, client on another"
  : "not pinned: server and client share";

/** A command on one core, where that can be had. */
export function onCore(
  core: number,
  command: string,
  args: readonly string[],
): { readonly command: string; readonly args: string[] } {
  if (!canPin) return { command, args: [...args] };
  return { command: "taskset", args: ["--cpu-list", String(core), command, ...args] };
}
