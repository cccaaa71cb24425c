import type { Candidate, SuiteRunBody } from "@holdpoint/core";

export const SHARD_SCHEMA = "holdpoint/shard/v1";
export const MERGED_SCHEMA = "holdpoint/merged-shards/v1";

/** What one job of a CI matrix leaves behind (`schemas/shard.v1.json`), beside the files that it names. */
export interface ShardManifest {
  readonly schema: typeof SHARD_SCHEMA;
  readonly shard: string;
  readonly candidate: Candidate;
  readonly suites: readonly ShardSuite[];
  /** Sorted by path. */
  readonly files: readonly ShardFile[];
}

/** A suite as it really ended in that job. */
export interface ShardSuite {
  /** RFC 3339, UTC. */
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly body: SuiteRunBody;
}

export interface ShardFile {
  /** Relative to the repository's root, with `/`. */
  readonly path: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  /** Whole milliseconds since the epoch: evidence is as old as the file was, however it travelled. */
  readonly modifiedAtMs: number;
}

/** The shards that were joined in this work tree (`.holdpoint/shards/merged.json`). */
export interface MergedShards {
  readonly schema: typeof MERGED_SCHEMA;
  readonly candidate: Candidate;
  /** Sorted by name. */
  readonly shards: readonly ShardManifest[];
}

/** Most files and bytes of one shard. */
export const SHARD_FILES_MAX = 10_000;
export const SHARD_FILE_SIZE_BYTES_MAX: number = 256 * 1024 * 1024;
