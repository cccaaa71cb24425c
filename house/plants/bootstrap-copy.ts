import { spawn } from "node:child_process";
import { cpSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Ending } from "@holdpoint/testkit";
import { scratch } from "@holdpoint/testkit";
import { ROOT } from "../../scripts/root.ts";

/** Stands for npm: counts its runs, fails on request, else leaves what `npm ci` leaves. */
const NPM = `
import { appendFileSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
appendFileSync("npm-runs", process.argv.slice(2).join(" ") + "\\n");
console.log("npm says something on stdout");
if (process.env.PLANT_NPM_FAILS) {
  console.error("npm error Missing: left-pad@1.0.0 from lock file");
  process.exit(7);
}
await new Promise((resolve) => setTimeout(resolve, Number(process.env.PLANT_NPM_MS ?? 0)));
rmSync("node_modules", { recursive: true, force: true });
mkdirSync("node_modules/.bin", { recursive: true });
writeFileSync("node_modules/.package-lock.json", "{}");
symlinkSync(process.env.PLANT_NODE_PACKAGE, "node_modules/node-${process.platform}-${process.arch}");
`;

/** Stands for the command: writes down how it was started. */
const COMMAND = `
import { appendFileSync } from "node:fs";
const args = process.argv.slice(2);
appendFileSync("command-runs", args.join(" ") + "\\n");
if (args[0] === "dependencies") process.exit(Number(process.env.PLANT_RECORD_EXIT ?? 0));
if (args.includes("--wait")) {
  process.on("SIGTERM", () => process.exit(9));
  console.log("ready");
  setInterval(() => {}, 1000);
} else {
  const { versions, execArgv, env } = process;
  console.log(JSON.stringify({ args, node: versions.node, conditions: execArgv, path: env.PATH }));
  process.exitCode = Number(process.env.PLANT_COMMAND_EXIT ?? 0);
}
`;

export interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface BootstrapCopy {
  readonly folder: string;
  /** Starts the bootstrap with another program's Node and the planted environment. */
  run(args: readonly string[], env?: NodeJS.ProcessEnv, node?: string): Promise<Ended>;
  /** Lines of a file that npm or the command wrote. */
  runs(of: "npm-runs" | "command-runs"): string[];
}

/** The real bootstrap in a folder of its own, with a planted npm and a planted command. */
export function bootstrapCopy(test: Ending): BootstrapCopy {
  const folder = scratch(test, {
    "package.json": `{"type": "module"}`,
    "package-lock.json": `{"lockfileVersion": 3}`,
    "npm.js": NPM,
    "packages/holdpoint/bin/holdpoint.js": COMMAND,
  });
  cpSync(join(ROOT, "scripts/bootstrap.js"), join(folder, "scripts/bootstrap.js"));
  cpSync(join(ROOT, "scripts/bootstrap"), join(folder, "scripts/bootstrap"), { recursive: true });
  const name = `node-${process.platform}-${process.arch}`;
  const planted = { npm_execpath: join(folder, "npm.js"), PLANT_NODE_PACKAGE: join(ROOT, "node_modules", name) };
  return {
    folder,
    run: (args, env = {}, node = process.execPath) =>
      ended(node, [join(folder, "scripts/bootstrap.js"), ...args], folder, { ...process.env, ...planted, ...env }),
    runs: (of) => linesOf(join(folder, of)),
  };
}

function linesOf(file: string): string[] {
  return existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : [];
}

function ended(node: string, args: string[], cwd: string, env: NodeJS.ProcessEnv): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(node, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      stdout += chunk;
      if (chunk.includes("ready")) child.kill("SIGTERM");
    });
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => (stderr += chunk));
    child.on("error", reject);
    child.on("close", (exitCode) => resolve({ exitCode, stdout, stderr }));
  });
}
