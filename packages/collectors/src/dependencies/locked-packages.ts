import type { LockedPackage } from "@holdpoint/core";
import type { LockEntry } from "./lockfile/entry.ts";
import { isInstalledPath, nameAt, parentOf } from "./lockfile/package-path.ts";
import type { Lockfile } from "./lockfile/read-lockfile.ts";
import type { InstalledPackage } from "./manifest.ts";

/**
 * Every entry that is not one of the repository's own.
 *
 * @param installed what is there by path: its licence where the entry names none, and its scripts, which npm runs
 * whatever the lockfile says
 */
export function lockedPackages(lockfile: Lockfile, installed: ReadonlyMap<string, InstalledPackage>): LockedPackage[] {
  return installedEntries(lockfile)
    .filter((entry) => !entry.link)
    .map((entry) => ({
      path: entry.path,
      name: nameOf(entry),
      version: entry.version ?? "",
      integrity: integrityOf(entry, lockfile),
      licence: entry.licence ?? installed.get(entry.path)?.licence ?? null,
      installScript: entry.installScript || installed.get(entry.path)?.installScript === true,
      dev: entry.dev || entry.devOptional,
      optional: entry.optional || entry.devOptional,
    }));
}

export function installedEntries(lockfile: Lockfile): LockEntry[] {
  return [...lockfile.entries.values()].filter((entry) => isInstalledPath(entry.path));
}

/** Its own name, which for an alias is not the one under which it is found. */
export function nameOf(entry: LockEntry): string {
  return entry.name ?? nameAt(entry.path);
}

/** A bundled package came inside of its parent's archive, whose integrity covers it. */
function integrityOf(entry: LockEntry, lockfile: Lockfile): string | null {
  let covering: LockEntry | undefined = entry;
  while (covering?.bundled === true) covering = lockfile.entries.get(parentOf(covering.path) ?? "");
  return covering === undefined || covering.path === "" ? null : covering.integrity;
}
