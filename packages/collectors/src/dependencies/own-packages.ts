import type { LockEntry } from "./lockfile/entry.ts";
import { isInstalledPath } from "./lockfile/package-path.ts";
import type { Lockfile } from "./lockfile/read-lockfile.ts";
import type { Manifest } from "./manifest.ts";

/** A package of the repository: the root, a workspace, or a folder that another one depends on. */
export interface OwnPackage {
  /** `""` for the root. */
  readonly path: string;
  readonly entry: LockEntry | null;
  /** Null when its package.json is not there. */
  readonly manifest: Manifest | null;
}

export function ownPaths(lockfile: Lockfile): string[] {
  return ["", ...[...lockfile.entries.keys()].filter((path) => path !== "" && !isInstalledPath(path))];
}

export function manifestPath(path: string): string {
  return path === "" ? "package.json" : `${path}/package.json`;
}
