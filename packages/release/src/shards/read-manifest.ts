import type { Json } from "@holdpoint/core";
import { HoldpointError, isHoldpointError, readJson } from "@holdpoint/core";
import type { SchemaValidator } from "../io/schema-validator.ts";
import type { MergedShards, ShardManifest } from "./shard.ts";

const MANIFEST_SIZE_BYTES_MAX = 16 * 1024 * 1024;
const MANIFEST_DEPTH_MAX = 16;
const SAFE_PATH = /^(?!\/)(?!.*(?:^|\/)\.{1,2}(?:\/|$))[^\\\0:]+$/;

/**
 * Reads what a job left.
 *
 * @throws HoldpointError `HP-SHARD-INVALID` for anything that is no manifest, with the place where it can be told
 */
export function readManifest(bytes: Uint8Array, file: string, validate: SchemaValidator): ShardManifest {
  const manifest = read(bytes, file, validate) as unknown as ShardManifest;
  needSafePaths([manifest], file);
  return manifest;
}

/** Reads `.holdpoint/shards/merged.json`; @throws HoldpointError `HP-SHARD-INVALID` */
export function readMerged(bytes: Uint8Array, file: string, validate: SchemaValidator): MergedShards {
  const merged = read(bytes, file, validate) as unknown as MergedShards;
  needSafePaths(merged.shards, file);
  return merged;
}

function read(bytes: Uint8Array, file: string, validate: SchemaValidator): Json {
  let document: Json;
  try {
    document = readJson(bytes, { file, sizeBytesMax: MANIFEST_SIZE_BYTES_MAX, depthMax: MANIFEST_DEPTH_MAX });
  } catch (cause) {
    if (!isHoldpointError(cause)) throw cause;
    throw new HoldpointError("HP-SHARD-INVALID", cause.message, cause.place, cause);
  }
  const [problem] = validate(document);
  if (problem !== undefined) throw new HoldpointError("HP-SHARD-INVALID", problem, { file });
  return document;
}

function needSafePaths(shards: readonly ShardManifest[], file: string): void {
  for (const { files } of shards) {
    const paths = files.map(({ path }) => path);
    const bad = paths.find((path, index) => !SAFE_PATH.test(path) || paths.indexOf(path) !== index);
    if (bad === undefined) continue;
    throw new HoldpointError("HP-SHARD-INVALID", `${JSON.stringify(bad)} is no path of its own below the root`, {
      file,
    });
  }
}
