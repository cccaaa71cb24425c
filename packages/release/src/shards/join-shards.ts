import type { Candidate, Config } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import { declaredShards, mayBring } from "./declared.ts";
import type { MergedShards, ShardManifest } from "./shard.ts";
import { MERGED_SCHEMA } from "./shard.ts";

/** A shard as it was found. */
export interface FoundShard {
  /** How errors name its manifest. */
  readonly file: string;
  readonly manifest: ShardManifest;
}

export interface JoinTerms {
  readonly config: Config;
  readonly candidate: Candidate;
  /** Names of shards that may come from an earlier commit; shown as carried, and no older than evidence may be. */
  readonly carry: readonly string[];
}

export interface Joined {
  readonly merged: MergedShards;
  /** Declared and not there; the set is closed when this is empty. */
  readonly missing: readonly string[];
  /** Names of those that are from another commit. */
  readonly carried: readonly string[];
}

/**
 * Joins the shards of one candidate; the order in which they are found makes no difference.
 *
 * @throws HoldpointError `HP-SHARD-FOREIGN` for a shard that the configuration does not know, of another candidate, or
 * with a file that it may not bring; `HP-SHARD-TWICE` when two say that they are the same shard and differ
 */
export function joinShards(found: readonly FoundShard[], { config, candidate, carry }: JoinTerms): Joined {
  const declared = declaredShards(config);
  const byName = new Map<string, FoundShard>();
  for (const one of found) {
    const { file, manifest } = one;
    if (!declared.includes(manifest.shard)) {
      const known = declared.join(", ") || "none";
      throw foreign(file, `the configuration knows no shard "${manifest.shard}" (it knows ${known})`);
    }
    needSameCandidate(one, candidate, carry.includes(manifest.shard));
    needOwnFiles(one, config);
    const before = byName.get(manifest.shard);
    if (before !== undefined && JSON.stringify(before.manifest) !== JSON.stringify(manifest)) {
      const text = `the shard "${manifest.shard}" is there twice, in ${before.file} and here, and they differ`;
      throw new HoldpointError("HP-SHARD-TWICE", text, { file });
    }
    byName.set(manifest.shard, one);
  }
  needOneOwner([...byName.values()]);
  const shards = [...byName.values()].map(({ manifest }) => manifest).sort((a, b) => (a.shard < b.shard ? -1 : 1));
  return {
    merged: { schema: MERGED_SCHEMA, candidate, shards },
    missing: declared.filter((name) => !byName.has(name)),
    carried: shards.filter((shard) => shard.candidate.commit !== candidate.commit).map(({ shard }) => shard),
  };
}

function needSameCandidate({ file, manifest }: FoundShard, candidate: Candidate, mayBeCarried: boolean): void {
  const { shard, candidate: own } = manifest;
  const differs = (["service", "environment"] as const).find((key) => own[key] !== candidate[key]);
  if (differs !== undefined) {
    throw foreign(file, `the shard "${shard}" is of the ${differs} "${own[differs]}", this is "${candidate[differs]}"`);
  }
  if (own.dirty) throw foreign(file, `the shard "${shard}" was made in a work tree with changes`);
  if (own.commit === candidate.commit && own.configDigest === candidate.configDigest) return;
  if (own.commit !== candidate.commit && mayBeCarried) return;
  const what =
    own.commit === candidate.commit ? "with another configuration" : `of the commit ${own.commit.slice(0, 12)}`;
  throw foreign(file, `the shard "${shard}" was made ${what}, this is ${candidate.commit.slice(0, 12)}`);
}

function needOwnFiles({ file, manifest }: FoundShard, config: Config): void {
  const may = mayBring(config, manifest.shard);
  const other = manifest.files.find(({ path }) => !may(path));
  if (other === undefined) return;
  throw foreign(file, `the shard "${manifest.shard}" brings ${other.path}, which no suite or report of it writes`);
}

/** Two jobs that write the same file would overwrite each other, and one of them would vanish. */
function needOneOwner(found: readonly FoundShard[]): void {
  const owners = new Map<string, string>();
  for (const { file, manifest } of found) {
    for (const { path } of manifest.files) {
      const owner = owners.get(path);
      if (owner !== undefined) {
        const text = `${path} comes from the shards "${owner}" and "${manifest.shard}"; give each a file of its own`;
        throw new HoldpointError("HP-SHARD-TWICE", text, { file });
      }
      owners.set(path, manifest.shard);
    }
  }
}

function foreign(file: string, text: string): HoldpointError {
  return new HoldpointError("HP-SHARD-FOREIGN", text, { file });
}
