import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { countFiles } from "./count-files.ts";
import { runProgram } from "./run-program.ts";
import type { Finding, Tool } from "./tool.ts";
import { tool } from "./tool.ts";

const COUNTER = fileURLToPath(new URL("./knip-count-reporter.ts", import.meta.url));

/** `knip`: files, exports and dependencies that nothing uses, and imports that no manifest names. */
export const unused: Tool = tool(
  "unused",
  (root) => countFiles(root, "packages/*/src/**/*.ts", "scripts/**/*.{ts,js}", "house/**/*.ts"),
  look,
);

async function look(root: string): Promise<Finding> {
  const folder = mkdtempSync(join(tmpdir(), "holdpoint-knip-"));
  const file = join(folder, "counters.json");
  try {
    const reporters = ["--reporter", "compact", "--reporter", COUNTER, "--reporter-options", JSON.stringify({ file })];
    const end = await runProgram("knip", ["--no-progress", "--no-config-hints", ...reporters], root);
    const looked = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as { processed: number }).processed : 0;
    return { ok: end.exitCode === 0, looked, output: `${end.stdout}${end.stderr}`.trim() };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
