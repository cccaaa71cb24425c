import { findShards, placeShards } from "../io/shard-folder.ts";
import { writeMerged } from "../io/merged-shards.ts";
import { loadValidator } from "../io/schema-validator.ts";
import type { RunOptions } from "../options.ts";
import { candidateOf } from "../plan/candidate.ts";
import type { Joined } from "./join-shards.ts";
import { joinShards } from "./join-shards.ts";

export type MergeOptions = Pick<RunOptions, "root" | "config" | "readCandidate"> & {
  /** Absolute paths of folders with shards in them or below them. */
  readonly folders: readonly string[];
  readonly carry: readonly string[];
};

/**
 * Joins what the jobs of a CI matrix left: checks every file against its manifest, puts them into place and records
 * them, so that `promote` takes those suites as they ran there. An open set is recorded too; `promote` then finds the
 * evidence of the absent shards missing.
 *
 * @throws HoldpointError `HP-SHARD-INVALID`, `-FOREIGN`, `-TWICE`, before anything is written
 */
export async function mergeShards({ root, config, readCandidate, folders, carry }: MergeOptions): Promise<Joined> {
  const validate = await loadValidator("shard.v1.json");
  const found = folders.flatMap((folder) => findShards(folder, validate));
  const candidate = candidateOf(config, await readCandidate(root));
  const joined = joinShards(found, { config, candidate, carry });
  placeShards(root, found);
  writeMerged(root, joined.merged);
  return joined;
}
