import type { DirtyPath } from "@holdpoint/core";
import type { GitOptions } from "./run-git.ts";
import { askGit, nulFields } from "./run-git.ts";

const STATUS: readonly string[] = [
  "status",
  "--porcelain=v1",
  "-z",
  "--untracked-files=all",
  "--ignore-submodules=none",
  "--no-renames",
];

/** Everything in which index and work tree differ from the commit. */
export async function readDirtyPaths(root: string, options: GitOptions): Promise<DirtyPath[]> {
  const fields = nulFields(await askGit(root, STATUS, options));
  return fields.map((field) => ({ state: field.slice(0, 2), path: field.slice(3) }));
}
