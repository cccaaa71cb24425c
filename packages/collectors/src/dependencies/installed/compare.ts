import type { Drift, InstalledState } from "@holdpoint/core";
import type { LockEntry } from "../lockfile/entry.ts";
import type { Lockfile } from "../lockfile/read-lockfile.ts";
import { installedEntries, nameOf } from "../locked-packages.ts";
import type { InstalledPackage } from "../manifest.ts";
import type { Platform } from "./platform.ts";
import { mayBeAbsent } from "./platform.ts";

/** What lies in the folders themselves. */
export interface Disk {
  /** By place, every folder that holds a package.json. */
  readonly packages: ReadonlyMap<string, InstalledPackage>;
  /** Where symbolic links lead, relative to the lockfile's folder; null when outside or nowhere. */
  readonly links: ReadonlyMap<string, string | null>;
  /** Every package folder, link and loose file in a `node_modules`. */
  readonly places: readonly string[];
}

const ABSENT = "nothing";

/** The lockfile against npm's own record of what it installed, and against the folders. Pure. */
export function compareInstalled(lock: Lockfile, hidden: Lockfile, disk: Disk, platform: Platform): InstalledState {
  const wanted = new Map(installedEntries(lock).map((entry) => [entry.path, entry]));
  const recorded = new Map(installedEntries(hidden).map((entry) => [entry.path, entry]));
  const places = new Set(disk.places);
  const drift: Drift[] = [];
  const absent: string[] = [];
  for (const [path, entry] of wanted) {
    const installed = recorded.get(path);
    if (installed === undefined && !places.has(path)) {
      if (!mayBeAbsent(entry, platform)) absent.push(path);
    } else if (installed === undefined) {
      drift.push({ path, what: "record of npm", expected: entry.version ?? "", found: ABSENT });
    } else {
      drift.push(...recordDrift(entry, installed), ...folderDrift(entry, disk));
    }
  }
  const extraneous = [...new Set([...recorded.keys(), ...places])].filter((path) => !wanted.has(path));
  return { entries: recorded.size, drift, extraneous: extraneous.sort(), absent };
}

function recordDrift(wanted: LockEntry, found: LockEntry): Drift[] {
  const path = wanted.path;
  const differing = (what: string, expected: string | null, seen: string | null): Drift[] =>
    expected === seen ? [] : [{ path, what, expected: expected ?? ABSENT, found: seen ?? ABSENT }];
  const isResolvedKnown = wanted.resolved !== null && found.resolved !== null;
  return [
    ...differing("kind", wanted.link ? "link" : "folder", found.link ? "link" : "folder"),
    ...differing("name", nameOf(wanted), nameOf(found)),
    ...differing("version", wanted.version, found.version),
    ...differing("integrity", wanted.integrity, found.integrity),
    ...(isResolvedKnown ? differing("resolved", wanted.resolved, found.resolved) : []),
  ];
}

function folderDrift(entry: LockEntry, disk: Disk): Drift[] {
  const { path } = entry;
  const said = (what: string, expected: string, found: string): Drift[] => [{ path, what, expected, found }];
  const target = disk.links.get(path);
  if (entry.link) {
    const expected = entry.resolved ?? "";
    return target === expected ? [] : said("link", expected, target ?? ABSENT);
  }
  if (target !== undefined) return said("kind", "folder", "link");
  const found = disk.packages.get(path);
  if (found === undefined) return said("package.json", `${nameOf(entry)} ${entry.version ?? ""}`, ABSENT);
  return [
    ...(found.name === nameOf(entry) ? [] : said("installed name", nameOf(entry), found.name ?? ABSENT)),
    ...(isSameVersion(entry.version, found.version)
      ? []
      : said("installed version", entry.version ?? "", found.version ?? ABSENT)),
  ];
}

/** npm writes versions into the lockfile in their plain form, whatever the package's own file says. */
function isSameVersion(locked: string | null, found: string | null): boolean {
  return locked === found || (locked !== null && found !== null && locked === found.trim().replace(/^[=v]+/, ""));
}
