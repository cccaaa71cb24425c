import { createHash } from "node:crypto";
import type { Dirent } from "node:fs";
import {
  constants,
  copyFileSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import type { Json } from "@holdpoint/core";
import { canonicalize, HoldpointError } from "@holdpoint/core";
import { readManifest } from "../shards/read-manifest.ts";
import type { FoundShard } from "../shards/join-shards.ts";
import type { ShardFile, ShardManifest } from "../shards/shard.ts";
import { SHARD_FILE_SIZE_BYTES_MAX, SHARD_FILES_MAX } from "../shards/shard.ts";
import { writeWhole } from "./files.ts";
import type { SchemaValidator } from "./schema-validator.ts";

export const SHARD_MANIFEST = "shard.json";
const FILES = "files";
/** `upload-artifact` and its like put each job's folder into one of its own. */
const SEARCH_DEPTH_MAX = 3;

/**
 * Files of the work tree that the globs fit, as they are now.
 *
 * @throws HoldpointError `HP-SHARD-INVALID` for too many, or one that is too large
 */
export function shardFiles(root: string, globs: readonly string[]): ShardFile[] {
  const paths = [...new Set(globs.flatMap((glob) => globSync(glob, { cwd: root })))]
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => statSync(join(root, path), { throwIfNoEntry: false })?.isFile() === true)
    .sort();
  if (paths.length > SHARD_FILES_MAX) {
    throw new HoldpointError("HP-SHARD-INVALID", `${paths.length} files, a shard may have ${SHARD_FILES_MAX}`);
  }
  return paths.map((path) => ({ path, ...stateOf(join(root, path), path) }));
}

function stateOf(file: string, path: string): Omit<ShardFile, "path"> {
  const { size, mtimeMs } = statSync(file);
  if (size > SHARD_FILE_SIZE_BYTES_MAX) {
    const text = `${size} bytes, a file of a shard may have ${SHARD_FILE_SIZE_BYTES_MAX}`;
    throw new HoldpointError("HP-SHARD-INVALID", text, { file: path });
  }
  const sha256 = createHash("sha256").update(readFileSync(file)).digest("hex");
  return { sha256, sizeBytes: size, modifiedAtMs: Math.floor(mtimeMs) };
}

/** Writes a shard's folder: the files first, the manifest last, so that a folder with a manifest is whole. */
export function writeShard(root: string, folder: string, manifest: ShardManifest): void {
  rmSync(join(folder, SHARD_MANIFEST), { force: true });
  rmSync(join(folder, FILES), { recursive: true, force: true });
  for (const { path } of manifest.files) {
    const target = join(folder, FILES, path);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(join(root, path), target);
  }
  writeWhole(join(folder, SHARD_MANIFEST), canonicalize(manifest as unknown as Json));
}

/**
 * The shards in a folder or a few levels below it.
 *
 * @throws HoldpointError `HP-SHARD-INVALID` when there is none, or one that is not whole
 */
export function findShards(folder: string, validate: SchemaValidator): FoundShard[] {
  const found = manifestsIn(folder, 0).map((file): FoundShard => {
    const name = relative(folder, file) || file;
    const manifest = readManifest(readFileSync(file), name, validate);
    for (const one of manifest.files) needWhole(join(dirname(file), FILES, one.path), one, name);
    return { file, manifest };
  });
  if (found.length > 0) return found;
  throw new HoldpointError("HP-SHARD-INVALID", `no ${SHARD_MANIFEST} is here, nor in the folders below`, {
    file: folder,
  });
}

function manifestsIn(folder: string, depth: number): string[] {
  const entries = entriesOf(folder);
  if (entries.some((entry) => entry.isFile() && entry.name === SHARD_MANIFEST)) return [join(folder, SHARD_MANIFEST)];
  if (depth >= SEARCH_DEPTH_MAX) return [];
  return entries
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => manifestsIn(join(folder, entry.name), depth + 1));
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (cause) {
    throw new HoldpointError("HP-SHARD-INVALID", (cause as Error).message, { file: folder }, cause);
  }
}

function needWhole(file: string, { path, sha256, sizeBytes }: ShardFile, manifest: string): void {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat?.isFile() !== true || stat.size !== sizeBytes || stateOf(file, path).sha256 !== sha256) {
    const what = stat === undefined ? "is not there" : "is not the file that the job left";
    throw new HoldpointError("HP-SHARD-INVALID", `${path} ${what}`, { file: manifest });
  }
}

/** Puts the files of shards where their suites would have written them, as old as they were. */
export function placeShards(root: string, found: readonly FoundShard[]): void {
  for (const { file, manifest } of found) {
    for (const { path, modifiedAtMs } of manifest.files) {
      const target = join(root, path);
      mkdirSync(dirname(target), { recursive: true });
      // A link that lies there would lead the copy somewhere else.
      rmSync(target, { force: true });
      copyFileSync(join(dirname(file), FILES, path), target, constants.COPYFILE_EXCL);
      utimesSync(target, modifiedAtMs / 1_000, modifiedAtMs / 1_000);
    }
  }
}
