import { spawnSync } from "node:child_process";
import { cpSync } from "node:fs";
import { join } from "node:path";
import type { Ending } from "@holdpoint/testkit";
import { scratch } from "@holdpoint/testkit";
import { ROOT } from "../../scripts/root.ts";

export interface SuiteCopy {
  readonly folder: string;
  run(...args: string[]): { readonly exitCode: number | null; readonly stdout: string; readonly stderr: string };
}

/** The real suite runner in a folder of its own, with planted tests. */
export function suiteCopy(test: Ending, files: Readonly<Record<string, string>>): SuiteCopy {
  const folder = scratch(test, { "package.json": `{"type": "module"}`, ...files });
  cpSync(join(ROOT, "scripts"), join(folder, "scripts"), { recursive: true });
  return {
    folder,
    run: (...args) => {
      const end = spawnSync(process.execPath, [join(folder, "scripts/suite.ts"), ...args], {
        cwd: folder,
        encoding: "utf8",
      });
      return { exitCode: end.status, stdout: end.stdout, stderr: end.stderr };
    },
  };
}

export const PASSING = `import { test } from "node:test"; test("holds", () => {});`;
export const FAILING = `import { test } from "node:test"; test("breaks", () => { throw new Error("planted"); });`;
export const SKIPPED = `import { test } from "node:test"; test("later", { skip: true }, () => {});`;
export const HANGING = `import { test } from "node:test"; test("waits for ever", () => new Promise(() => setInterval(() => {}, 1000)));`;
export const LEAKING = `import { test } from "node:test"; test("leaves a timer", () => { setInterval(() => {}, 1000); });`;
export const EXITING = `import { test } from "node:test"; test("holds", () => {}); process.on("exit", () => { process.exitCode = 5; });`;
export const EMPTY_SUITE = `import { describe } from "node:test"; describe("nothing", () => {});`;
