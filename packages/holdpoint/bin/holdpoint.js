#!/usr/bin/env node
// Plain JavaScript for Node 20, because this file finds the Node that the rest needs.
// What only a child needs is imported late: the bundle starts without it.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const NODE_MAJOR_MIN = 24;
const CONDITION = "--conditions=holdpoint-source";
const EXIT_NO_VERDICT = 3;
const FORWARDED = ["SIGINT", "SIGTERM", "SIGHUP"];

const home = dirname(dirname(fileURLToPath(import.meta.url)));
const source = join(home, "src", "main.ts");
const bundle = join(home, "dist", "holdpoint.js");
const fromSource = existsSync(source);
const entry = fromSource ? source : bundle;

function majorOf(version) {
  return Number(String(version).replace(/^v/, "").split(".")[0]);
}

/** The Node that npm installed as a package, in the first of the folders that has one that is new enough. */
async function packagedNode(folders) {
  const { createRequire } = await import("node:module");
  const system = process.platform === "win32" ? "win" : process.platform;
  for (const folder of folders) {
    try {
      const manifest = createRequire(join(folder, "package.json")).resolve(
        `node-${system}-${process.arch}/package.json`,
      );
      const { version, bin } = JSON.parse(readFileSync(manifest, "utf8"));
      const program = join(dirname(manifest), bin.node);
      if (majorOf(version) >= NODE_MAJOR_MIN && existsSync(program)) return program;
    } catch {
      continue;
    }
  }
  return null;
}

function refuse(text, hint) {
  if (process.argv.includes("--json")) {
    const problem = {
      type: "urn:holdpoint:error:HP-INTERNAL",
      title: "Holdpoint cannot start here",
      status: 500,
      detail: text,
      code: "HP-INTERNAL",
      retryable: false,
      hint,
    };
    process.stdout.write(`${JSON.stringify(problem, null, 2)}\n`);
  } else {
    process.stderr.write(`holdpoint: ${text}\n  ${hint}\n`);
  }
  process.exitCode = EXIT_NO_VERDICT;
}

async function runIn(program) {
  const { spawn } = await import("node:child_process");
  const condition = fromSource ? [CONDITION] : [];
  // A gateway's garbage dies young: with a larger nursery a tenth less time goes into collecting it.
  const nursery = process.argv[2] === "gateway" ? ["--max-semi-space-size=64"] : [];
  const child = spawn(program, [...condition, ...nursery, entry, ...process.argv.slice(2)], { stdio: "inherit" });
  const forward = (signal) => child.kill(signal);
  for (const signal of FORWARDED) process.on(signal, forward);
  child.on("error", (error) =>
    refuse(`${program} could not be started: ${error.message}`, "Install Node 24 or newer."),
  );
  child.on("exit", (code, signal) => {
    for (const name of FORWARDED) process.off(name, forward);
    if (signal === null) process.exitCode = code ?? EXIT_NO_VERDICT;
    else process.kill(process.pid, signal);
  });
}

const newEnough = majorOf(process.versions.node) >= NODE_MAJOR_MIN;
if (!existsSync(entry)) {
  refuse(
    "neither the source nor the bundle of Holdpoint is here",
    "Install the package again, or run `npm run build`.",
  );
} else if (newEnough && (!fromSource || process.execArgv.includes(CONDITION))) {
  await import(pathToFileURL(entry).href);
} else {
  const program = newEnough ? process.execPath : await packagedNode([home, process.cwd()]);
  if (program === null) {
    const hint = `Install Node ${NODE_MAJOR_MIN} or newer, or run \`npm ci\` where it is an optional dependency.`;
    refuse(`Node ${NODE_MAJOR_MIN} or newer is needed, this is ${process.versions.node}, and there is no other`, hint);
  } else {
    await runIn(program);
  }
}
