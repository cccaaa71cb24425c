import type { ErrorCode, Json } from "@holdpoint/core";
import { HoldpointError, readJson } from "@holdpoint/core";
import { failAt } from "../../fail-at.ts";
import { isObject, member } from "../json-fields.ts";
import type { LockEntry } from "./entry.ts";
import { readEntry } from "./entry.ts";
import { isInstalledPath } from "./package-path.ts";

/** An npm lockfile of format 2 or 3, or the hidden one in `node_modules`. */
export interface Lockfile {
  readonly file: string;
  readonly version: number;
  /** Name and version of the root as the lockfile repeats them. */
  readonly name: string | null;
  /** By path, in the order of the file. */
  readonly entries: ReadonlyMap<string, LockEntry>;
}

export const LOCKFILE_SIZE_BYTES_MAX: number = 128 * 1024 * 1024;
const DEPTH_MAX = 64;
const VERSIONS: readonly Json[] = [2, 3];

/**
 * Reads `package-lock.json`, `npm-shrinkwrap.json` or `node_modules/.package-lock.json`.
 *
 * @throws HoldpointError `HP-DEPS-LOCKFILE-VERSION` for format 1 and unknown ones, `HP-READ-PATH` for a path that
 * leaves the repository, other `HP-READ-*` with the position for what is not a lockfile
 * @example
 * readLockfile(bytes, "package-lock.json").entries.get("node_modules/ajv")?.version; // "8.20.0"
 */
export function readLockfile(bytes: Uint8Array, file: string): Lockfile {
  const json = readJson(bytes, { file, sizeBytesMax: LOCKFILE_SIZE_BYTES_MAX, depthMax: DEPTH_MAX });
  const failHere = (code: ErrorCode, detail: string, key: string): never => fail(bytes, file, code, detail, key);
  if (!isObject(json)) return failHere("HP-READ-NOT-THE-FORMAT", "a lockfile must be an object", "");
  const version = member(json, "lockfileVersion");
  if (version === undefined) failHere("HP-READ-NOT-THE-FORMAT", "there is no `lockfileVersion`", "");
  if (typeof version !== "number" || !VERSIONS.includes(version)) {
    const detail = `\`lockfileVersion\` is ${JSON.stringify(version)}, 2 and 3 are read`;
    return failHere("HP-DEPS-LOCKFILE-VERSION", detail, "lockfileVersion");
  }
  const packages = member(json, "packages");
  if (!isObject(packages)) return failHere("HP-READ-NOT-THE-FORMAT", "there is no `packages` object", "packages");
  const entries = new Map<string, LockEntry>();
  for (const [path, value] of Object.entries(packages)) {
    const failEntry = (code: ErrorCode, detail: string): never => failHere(code, `"${path}": ${detail}`, path);
    if (!isObject(value)) return failEntry("HP-READ-SYNTAX", "must be an object");
    entries.set(path, readEntry(path, value, failEntry));
  }
  assertLinksLead(entries, failHere);
  const name = member(json, "name");
  return { file, version, name: typeof name === "string" ? name : null, entries };
}

/** A link to a package that the lockfile does not describe would be one that nothing compares. */
function assertLinksLead(
  entries: ReadonlyMap<string, LockEntry>,
  failHere: (code: ErrorCode, detail: string, key: string) => never,
): void {
  for (const { path, link, resolved } of entries.values()) {
    if (!link) continue;
    const target = entries.get(resolved ?? "");
    if (target === undefined || target.link || isInstalledPath(target.path)) {
      failHere("HP-READ-SYNTAX", `"${path}" links to "${resolved ?? ""}", which is no package of the repository`, path);
    }
  }
}

/** Throws at the place where the key stands in the text, which a parsed value no longer knows. */
function fail(bytes: Uint8Array, file: string, code: ErrorCode, detail: string, key: string): never {
  const text = new TextDecoder().decode(bytes);
  const offset = key === "" ? 0 : text.indexOf(`${JSON.stringify(key)}:`);
  if (offset === -1) throw new HoldpointError(code, detail, { file });
  return failAt(file, text, offset, code, detail);
}
