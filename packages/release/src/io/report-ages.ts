import { globSync, statSync } from "node:fs";
import { join } from "node:path";

/** Ages in milliseconds of the files that fit a glob, oldest first. */
export function reportAges(root: string, glob: string, nowMs: number): number[] {
  const paths = globSync(glob, { cwd: root });
  return paths.map((path) => nowMs - statSync(join(root, path)).mtimeMs).sort((a, b) => b - a);
}
