import { spawn } from "node:child_process";
import { constants } from "node:os";
import { delimiter, join } from "node:path";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

/** Runs the given Node on source with node_modules/.bin first on PATH; resolves to its exit code, passes signals on. */
export function start(root, node, args, stdio) {
  const env = { ...process.env };
  const name = Object.keys(env).find((key) => key.toUpperCase() === "PATH") ?? "PATH";
  env[name] = [join(root, "node_modules", ".bin"), env[name]].filter(Boolean).join(delimiter);
  return new Promise((resolve, reject) => {
    const child = spawn(node, ["--conditions=holdpoint-source", ...args], { stdio, env });
    const forward = (signal) => {
      // A terminal sends ^C to every process of the group itself; a second one would mean "end at once".
      if (signal !== "SIGINT" || !hasTerminal()) child.kill(signal);
    };
    for (const signal of SIGNALS) process.on(signal, forward);
    child.on("error", reject);
    child.on("close", (code, signal) => {
      for (const each of SIGNALS) process.removeListener(each, forward);
      resolve(signal === null ? code : 128 + constants.signals[signal]);
    });
  });
}

function hasTerminal() {
  return Boolean(process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY);
}
