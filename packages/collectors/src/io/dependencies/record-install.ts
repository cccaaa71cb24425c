import { existsSync } from "node:fs";
import { rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { HoldpointError } from "@holdpoint/core";
import type { InstallRecord } from "../../dependencies/installed/install-record.ts";
import { INSTALL_RECORD_FILE, INSTALL_RECORD_SCHEMA } from "../../dependencies/installed/install-record.ts";
import { ownPaths } from "../../dependencies/own-packages.ts";
import { digestPlaces } from "./digest-places.ts";
import { readLockfileFile } from "./lockfile-file.ts";
import { scanPlaces } from "./scan-places.ts";

/**
 * Writes `node_modules/.holdpoint-install.json` with the digest of everything that is installed. Call it right after
 * the install: the `dependencies` collector compares with it from then on.
 *
 * @param folder of the lockfile, absolute
 * @throws HoldpointError `HP-DEPS-NO-LOCKFILE`, `HP-READ-ABSENT` before any install, and what reading the
 * lockfile and the packages throws
 */
export async function recordInstall(folder: string, nowMs: () => number = Date.now): Promise<InstallRecord> {
  const { lockfile, sha256 } = await readLockfileFile(folder);
  const file = join(folder, INSTALL_RECORD_FILE);
  if (!existsSync(dirname(file))) {
    throw new HoldpointError("HP-READ-ABSENT", "nothing is installed, so there is nothing to record", {
      file: "node_modules",
    });
  }
  const digests = await digestPlaces(folder, scanPlaces(folder, ownPaths(lockfile)));
  const sorted = [...digests].sort(([a], [b]) => (a < b ? -1 : 1));
  const record: InstallRecord = {
    schema: INSTALL_RECORD_SCHEMA,
    recordedAt: new Date(nowMs()).toISOString(),
    lockfileSha256: sha256,
    packages: Object.fromEntries(sorted),
  };
  await writeFile(`${file}.${process.pid}`, `${JSON.stringify(record, null, 1)}\n`);
  await rename(`${file}.${process.pid}`, file);
  return record;
}
