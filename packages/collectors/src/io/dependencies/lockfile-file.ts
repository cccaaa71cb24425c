import type { EvidenceInput } from "@holdpoint/core";
import { HoldpointError, sha256Hex } from "@holdpoint/core";
import { installedEntries } from "../../dependencies/locked-packages.ts";
import type { Lockfile } from "../../dependencies/lockfile/read-lockfile.ts";
import { LOCKFILE_SIZE_BYTES_MAX, readLockfile } from "../../dependencies/lockfile/read-lockfile.ts";
import { readInside } from "../read-inside.ts";

/** In the order in which npm prefers them. */
const LOCKFILES: readonly string[] = ["npm-shrinkwrap.json", "package-lock.json"];

export interface LockfileFile {
  readonly lockfile: Lockfile;
  readonly sha256: string;
}

/** @throws HoldpointError `HP-DEPS-NO-LOCKFILE` when there is none; what `readLockfile` throws */
export async function readLockfileFile(folder: string): Promise<LockfileFile> {
  for (const file of LOCKFILES) {
    const bytes = await readInside(folder, file, LOCKFILE_SIZE_BYTES_MAX);
    if (bytes !== null) return { lockfile: readLockfile(bytes, file), sha256: sha256Hex(bytes) };
  }
  throw new HoldpointError("HP-DEPS-NO-LOCKFILE", `there is neither ${LOCKFILES.join(" nor ")}`, {
    file: LOCKFILES[1] ?? "",
  });
}

/**
 * What npm says that it installed; null when it did not install here. Where the lockfile asks for nothing, npm leaves
 * nothing, which is an install like any other.
 */
export async function readHiddenLockfile(
  folder: string,
  lockfile: Lockfile,
  inputs: EvidenceInput[],
): Promise<Lockfile | null> {
  const file = "node_modules/.package-lock.json";
  const bytes = await readInside(folder, file, LOCKFILE_SIZE_BYTES_MAX);
  if (bytes === null) return installedEntries(lockfile).length === 0 ? { ...lockfile, file, entries: new Map() } : null;
  inputs.push({ name: file, sha256: sha256Hex(bytes) });
  return readLockfile(bytes, file);
}
