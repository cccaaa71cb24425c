import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { readTrackedFiles } from "@holdpoint/collectors";
import { HoldpointError } from "@holdpoint/core";
import { repositoryRoot } from "./repository-root.ts";

/** A folder, and the files that git tracks in it; null where it is in no work tree. */
export interface TrackedPaths {
  /** Absolute path. */
  readonly root: string;
  readonly tracked: readonly string[] | null;
}

/**
 * The work tree around a folder.
 *
 * @param root what the command line names instead of the one around `cwd`
 * @throws HoldpointError `HP-USAGE` when what it names is no folder, `HP-REPO-GIT` when git cannot answer
 */
export async function trackedPaths(cwd: string, root: string | undefined, signal: AbortSignal): Promise<TrackedPaths> {
  const start = root === undefined ? cwd : resolve(cwd, root);
  if (root !== undefined && statSync(start, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new HoldpointError("HP-USAGE", `--root ${JSON.stringify(root)} is no folder`);
  }
  const top = root === undefined ? repositoryRoot(start) : start;
  if (!existsSync(join(top, ".git"))) return { root: top, tracked: null };
  return { root: top, tracked: (await readTrackedFiles(top, { signal })).map(({ path }) => path) };
}
