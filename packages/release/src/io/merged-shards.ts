import { mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Candidate, Json } from "@holdpoint/core";
import { canonicalize } from "@holdpoint/core";
import { readMerged } from "../shards/read-manifest.ts";
import type { MergedShards } from "../shards/shard.ts";
import { makeIgnoredFolder, writeWhole } from "./files.ts";
import { loadValidator } from "./schema-validator.ts";

export const MERGED_FILE = ".holdpoint/shards/merged.json";

export function writeMerged(root: string, merged: MergedShards): void {
  makeIgnoredFolder(join(root, ".holdpoint"));
  const file = join(root, MERGED_FILE);
  mkdirSync(dirname(file), { recursive: true });
  writeWhole(file, canonicalize(merged as unknown as Json));
}

/**
 * What was merged for this very candidate; null when nothing was, or for another one: then suites run here.
 *
 * @throws HoldpointError `HP-SHARD-INVALID` when the record cannot be read
 */
export async function mergedFor(root: string, candidate: Candidate): Promise<MergedShards | null> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(root, MERGED_FILE));
  } catch {
    return null;
  }
  const merged = readMerged(bytes, MERGED_FILE, await loadValidator("merged-shards.v1.json"));
  const { commit, configDigest } = merged.candidate;
  return commit === candidate.commit && configDigest === candidate.configDigest ? merged : null;
}
