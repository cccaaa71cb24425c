import { globSync } from "node:fs";

const LEFT_OUT: readonly string[] = ["**/node_modules/**", "**/dist/**", "**/fixtures/**"];

/** Number of files that our own walk finds, to hold against what a tool says it looked at. */
export function countFiles(root: string, ...patterns: readonly string[]): number {
  return globSync(patterns, { cwd: root, exclude: LEFT_OUT }).length;
}
