import type { Lockfile } from "./lockfile/read-lockfile.ts";
import { readLockfile } from "./lockfile/read-lockfile.ts";
import type { InstalledPackage, Manifest } from "./manifest.ts";
import { readManifest } from "./manifest.ts";

/** Values that JSON can carry, written as a test likes. */
export type Written = Readonly<Record<string, unknown>>;

export function bytesOf(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value, null, 2));
}

export function lockfileOf(packages: Written, around: Written = {}): Lockfile {
  return readLockfile(bytesOf({ name: "app", lockfileVersion: 3, ...around, packages }), "package-lock.json");
}

export function manifestOf(json: Written): Manifest {
  return readManifest(bytesOf(json), "package.json");
}

export function installedOf(name: string, version: string, changes: Partial<InstalledPackage> = {}): InstalledPackage {
  return { name, version, licence: "MIT", installScript: false, ...changes };
}
