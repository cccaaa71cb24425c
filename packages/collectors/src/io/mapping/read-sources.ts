import { createHash } from "node:crypto";
import type { Json } from "@holdpoint/core";
import { HoldpointError, isHoldpointError, readJson } from "@holdpoint/core";
import type { Manifests } from "../../mapping/edges.ts";
import type { ScannedFile } from "../../mapping/import-ref.ts";
import { SCANNED_SIZE_BYTES_MAX } from "../../mapping/import-ref.ts";
import { folderOf } from "../../mapping/resolver.ts";
import { scannerOf } from "../../mapping/scan-file.ts";
import { readJsonc } from "../../mapping/script/resolve/jsonc.ts";
import { assertUtf8Text, withoutByteOrderMark } from "../../reading/utf8.ts";
import { readInside } from "../read-inside.ts";

/** What was read of the tracked files. */
export interface ReadSources extends Manifests {
  readonly scanned: ReadonlyMap<string, ScannedFile>;
  /** By path, in words. */
  readonly unreadable: ReadonlyMap<string, string>;
  /** Over every file that was read, its path and its bytes; lower-case hexadecimal. */
  readonly sha256: string;
}

/** Most files that imports are read of. */
const FILES_MAX = 250_000;
/** Files that are read at the same time. */
const READERS = 8;
const COMPILER_CONFIG = /(?:^|\/)(?:[^/]*[tj]sconfig[^/]*\.json|[^/]*tsconfig[^/]*\/[^/]+\.json)$/;

/**
 * Reads the imports of every tracked file of a language that is understood, and the manifests that say what a name
 * leads to. A file that cannot be read is told and stops nothing.
 *
 * @throws HoldpointError `HP-READ-TOO-LARGE` when there are too many of them
 */
export async function readSources(root: string, tracked: readonly string[], signal: AbortSignal): Promise<ReadSources> {
  const paths = tracked.filter((path) => scannerOf(path) !== null || isManifest(path));
  if (paths.length > FILES_MAX) {
    throw new HoldpointError("HP-READ-TOO-LARGE", `${paths.length} files to read imports of, at most ${FILES_MAX} are`);
  }
  const scanned = new Map<string, ScannedFile>();
  const unreadable = new Map<string, string>();
  const digests = new Map<string, string>();
  const packages = new Map<string, Json>();
  const configs = new Map<string, Json>();
  const goModules = new Map<string, string>();
  const take = (path: string, text: string): void => {
    const scanner = scannerOf(path);
    if (scanner !== null) scanned.set(path, scanner(text, path));
    else if (path.endsWith("go.mod")) goModules.set(folderOf(path), text);
    else if (isNamed(path, "package.json")) packages.set(folderOf(path), readJson(text, { file: path }));
    else configs.set(path, readJsonc(text, path));
  };
  let next = 0;
  const reader = async (): Promise<void> => {
    for (let path = paths[next++]; path !== undefined; path = paths[next++]) {
      signal.throwIfAborted();
      try {
        const bytes = await readInside(root, path, SCANNED_SIZE_BYTES_MAX);
        if (bytes === null) throw new HoldpointError("HP-READ-ABSENT", "it is tracked and not there", { file: path });
        digests.set(path, createHash("sha256").update(bytes).digest("hex"));
        assertUtf8Text(bytes, path);
        take(path, Buffer.from(withoutByteOrderMark(bytes)).toString("utf8"));
      } catch (thrown) {
        if (!isHoldpointError(thrown)) throw thrown;
        unreadable.set(path, thrown.message);
      }
    }
  };
  await Promise.all(Array.from({ length: READERS }, reader));
  return { scanned, unreadable, packages, configs, goModules, sha256: digestOver(digests) };
}

function isManifest(path: string): boolean {
  return isNamed(path, "package.json") || isNamed(path, "go.mod") || COMPILER_CONFIG.test(path);
}

function isNamed(path: string, name: string): boolean {
  return path === name || path.endsWith(`/${name}`);
}

function digestOver(digests: ReadonlyMap<string, string>): string {
  const hash = createHash("sha256");
  for (const [path, sha256] of [...digests].sort(([a], [b]) => (a < b ? -1 : 1))) hash.update(`${path}\0${sha256}\n`);
  return hash.digest("hex");
}
