import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "./root.ts";
import { runBounded } from "./suites/run-bounded.ts";

const MAIN = join(ROOT, "packages/gateway/src/kill/fixture/kill-main.ts");
const TIMEOUT_MS = 3_600_000;

// The whole kill loop takes minutes, so it is no part of `npm test`, which runs a short form of it.
const folder = mkdtempSync(join(tmpdir(), "holdpoint-kill-"));
try {
  const args = ["--conditions=holdpoint-source", MAIN, folder, ...process.argv.slice(2)];
  const { exitCode, timedOut } = await runBounded(process.execPath, args, {
    cwd: ROOT,
    timeoutMs: TIMEOUT_MS,
    env: process.env,
  });
  process.exitCode = timedOut ? 1 : exitCode;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
