// Plain JavaScript without dependencies, because it runs before anything is installed, on Node 20 or newer.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { printHold } from "./bootstrap/hold.js";
import { withInstallLock } from "./bootstrap/install-lock.js";
import { isInstallCurrent, recordInstallState } from "./bootstrap/install-state.js";
import { findNode } from "./bootstrap/find-node.js";
import { npmCi } from "./bootstrap/npm-ci.js";
import { start } from "./bootstrap/start.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url)).replace(/[/\\]$/, "");
const COMMAND = join(ROOT, "packages/holdpoint/bin/holdpoint.js");
const EXIT_HOLD = 1;
const EXIT_USAGE = 2;
const EXIT_IMPOSSIBLE = 3;

/** What each verb of `npm run` starts under Node 24. */
const VERBS = {
  promote: [COMMAND, "promote"],
  test: [join(ROOT, "scripts/test.ts")],
  verify: [join(ROOT, "scripts/verify.ts")],
  fix: [join(ROOT, "scripts/fix.ts")],
  build: [join(ROOT, "scripts/build.ts")],
  bench: [join(ROOT, "bench/run.ts")],
  new: [join(ROOT, "scripts/new.ts")],
  harm: [join(ROOT, "scripts/harm.ts")],
  "test:kill": [join(ROOT, "scripts/test-kill.ts")],
};

/** Installs when the lockfile is not the one that was installed; null when the verb may start, else an exit code. */
async function install(verb, rest) {
  if (isInstallCurrent(ROOT)) return null;
  const ended = await npmCi(ROOT);
  if (ended.exitCode !== 0) {
    if (verb === "promote") {
      printHold(rest, ended.reason);
      return EXIT_HOLD;
    }
    process.stderr.write(`bootstrap: npm ci failed (exit ${ended.exitCode}), so '${verb}' did not start\n`);
    return ended.exitCode;
  }
  const node = findNode(ROOT);
  if (node === null) return null;
  const recorded = await start(ROOT, node, [COMMAND, "dependencies", "record"], ["ignore", 2, 2]);
  if (recorded !== 0) {
    process.stderr.write(`bootstrap: the digests of what was installed could not be recorded (exit ${recorded})\n`);
    return EXIT_IMPOSSIBLE;
  }
  recordInstallState(ROOT);
  return null;
}

async function main(args) {
  const [verb, ...rest] = args;
  const target = Object.hasOwn(VERBS, verb ?? "") ? VERBS[verb] : undefined;
  if (target === undefined) {
    process.stderr.write(`bootstrap: wants one of ${Object.keys(VERBS).join(", ")}; got '${verb ?? ""}'\n`);
    return EXIT_USAGE;
  }
  if (!isInstallCurrent(ROOT)) {
    const refused = await withInstallLock(ROOT, () => install(verb, rest));
    if (refused !== null) return refused;
  }
  const node = findNode(ROOT);
  if (node === null) {
    process.stderr.write("bootstrap: no Node 24 or newer: npm brings none for this platform; install one\n");
    return EXIT_IMPOSSIBLE;
  }
  return start(ROOT, node, [...target, ...rest], "inherit");
}

process.exitCode = await main(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`bootstrap: ${error.message}\n`);
  return EXIT_IMPOSSIBLE;
});
