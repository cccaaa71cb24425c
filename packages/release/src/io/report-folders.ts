import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";

const MAGIC = /[*?[\]{}!()|]/;

/** Makes the folders that a suite is said to write its reports into, because some runners do not. */
export function makeReportFolders(root: string, globs: readonly string[]): void {
  for (const glob of globs) {
    const parts = dirname(glob).split("/");
    const end = parts.findIndex((part) => MAGIC.test(part));
    mkdirSync(join(root, ...(end < 0 ? parts : parts.slice(0, end))), { recursive: true });
  }
}
