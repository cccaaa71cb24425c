import type { Drift } from "@holdpoint/core";
import type { LockEntry } from "./lockfile/entry.ts";
import { nameAt } from "./lockfile/package-path.ts";
import type { Lockfile } from "./lockfile/read-lockfile.ts";
import type { Manifest } from "./manifest.ts";
import type { OwnPackage } from "./own-packages.ts";
import { manifestPath } from "./own-packages.ts";
import type { DependencyType } from "./ranges.ts";
import { DEPENDENCY_TYPES } from "./ranges.ts";

export const NOTHING = "nothing";

/**
 * What manifests and lockfile say differently about the repository's own packages.
 * `expected` is what the manifest says, `found` what the lockfile says.
 */
export function manifestDrift(own: readonly OwnPackage[], lockfile: Lockfile): Drift[] {
  return own.flatMap((one) => packageDrift(one, lockfile));
}

function packageDrift({ path, entry, manifest }: OwnPackage, lockfile: Lockfile): Drift[] {
  const at = manifestPath(path);
  if (manifest === null) return [{ path: at, what: "manifest", expected: NOTHING, found: "a locked package" }];
  if (entry === null) return [{ path: at, what: "workspace", expected: "locked", found: NOTHING }];
  const drift = (what: string, expected: string | null, found: string | null): Drift[] =>
    expected === found ? [] : [{ path: at, what, expected: expected ?? NOTHING, found: found ?? NOTHING }];
  return [
    ...(manifest.name === null ? [] : drift("name", manifest.name, lockedName(path, entry, lockfile))),
    ...drift("version", manifest.version, entry.version),
    ...drift("workspaces", list(manifest.workspaces), list(entry.workspaces)),
    ...DEPENDENCY_TYPES.flatMap((type) => rangeDrift(at, type, manifest, entry)),
    ...(path === "" || isLinked(path, lockfile) ? [] : drift("link", "linked in node_modules", NOTHING)),
  ];
}

function lockedName(path: string, entry: LockEntry, lockfile: Lockfile): string | null {
  return entry.name ?? (path === "" ? lockfile.name : nameAt(path));
}

function isLinked(path: string, lockfile: Lockfile): boolean {
  return [...lockfile.entries.values()].some((entry) => entry.link && entry.resolved === path);
}

function rangeDrift(path: string, type: DependencyType, manifest: Manifest, entry: LockEntry): Drift[] {
  const wanted = manifest.ranges[type];
  const locked = entry.ranges[type];
  return [...new Set([...wanted.keys(), ...locked.keys()])].flatMap((name): Drift[] => {
    const expected = wanted.get(name) ?? NOTHING;
    const found = locked.get(name) ?? NOTHING;
    return expected === found ? [] : [{ path, what: `${type} ${name}`, expected, found }];
  });
}

function list(globs: readonly string[]): string | null {
  return globs.length === 0 ? null : globs.join(" ");
}
