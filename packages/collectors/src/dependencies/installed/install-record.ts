import type { InstallRecordState } from "@holdpoint/core";
import { HoldpointError, readJson } from "@holdpoint/core";
import type { Fail } from "../json-fields.ts";
import { isObject, member, textMapField } from "../json-fields.ts";

export const INSTALL_RECORD_SCHEMA = "holdpoint/install-record/v1";
export const INSTALL_RECORD_FILE = "node_modules/.holdpoint-install.json";
export const INSTALL_RECORD_SIZE_BYTES_MAX: number = 64 * 1024 * 1024;

/** Digest of everything that was installed, taken right after the install. */
export interface InstallRecord {
  readonly schema: typeof INSTALL_RECORD_SCHEMA;
  /** RFC 3339 UTC. */
  readonly recordedAt: string;
  /** Lower-case hexadecimal. */
  readonly lockfileSha256: string;
  /** By place: `sha256:` of a package folder's files, or of a link's target. */
  readonly packages: Readonly<Record<string, string>>;
}

/** @throws HoldpointError `HP-READ-*` naming the file when it is not such a record */
export function readInstallRecord(bytes: Uint8Array, file: string): InstallRecord {
  const fail: Fail = (code, detail) => {
    throw new HoldpointError(code, detail, { file });
  };
  const json = readJson(bytes, { file, sizeBytesMax: INSTALL_RECORD_SIZE_BYTES_MAX, depthMax: 8 });
  if (!isObject(json) || member(json, "schema") !== INSTALL_RECORD_SCHEMA) {
    return fail("HP-READ-NOT-THE-FORMAT", `this is no ${INSTALL_RECORD_SCHEMA}`);
  }
  const recordedAt = member(json, "recordedAt");
  const lockfileSha256 = member(json, "lockfileSha256");
  if (typeof recordedAt !== "string" || Number.isNaN(Date.parse(recordedAt)))
    return fail("HP-READ-SYNTAX", "no time of recording");
  if (typeof lockfileSha256 !== "string") return fail("HP-READ-SYNTAX", "no digest of the lockfile");
  const packages = textMapField(json, "packages", fail);
  return { schema: INSTALL_RECORD_SCHEMA, recordedAt, lockfileSha256, packages: Object.fromEntries(packages) };
}

/** What was recorded against what is there now. Pure. */
export function compareRecord(record: InstallRecord, now: ReadonlyMap<string, string>): InstallRecordState {
  const recorded = new Map(Object.entries(record.packages));
  return {
    recordedAt: record.recordedAt,
    packages: recorded.size,
    changed: [...recorded]
      .filter(([path, digest]) => now.has(path) && now.get(path) !== digest)
      .map(([path]) => path)
      .sort(),
    unrecorded: [...now.keys()].filter((path) => !recorded.has(path)).sort(),
    gone: [...recorded.keys()].filter((path) => !now.has(path)).sort(),
  };
}
