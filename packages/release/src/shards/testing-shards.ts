import type { Config } from "@holdpoint/core";
import { CANDIDATE, configOf, NO_COVERAGE, suiteOf } from "../testing.ts";
import type { ShardFile, ShardManifest } from "./shard.ts";
import { SHARD_SCHEMA } from "./shard.ts";

/** A matrix of the jobs `api` and `auth`, with a report of each. */
export const MATRIX: Config = configOf({
  suites: [
    suiteOf({ id: "api-tests", run: ["make"], shard: "api", results: ["reports/api/*.xml"] }),
    suiteOf({ id: "auth-tests", run: ["make"], shard: "auth", results: ["reports/auth/*.xml"] }),
    suiteOf({ id: "here", run: ["make"] }),
    suiteOf({ id: "off", shard: "unjudged", judged: false }),
  ],
  coverage: {
    ...NO_COVERAGE,
    reports: [
      { id: "api", format: "lcov", files: ["reports/api.info"], shard: "api", context: null },
      { id: "all", format: "auto", files: ["reports/*.json"], shard: null, context: null },
    ],
  },
});

export function shardFile(path: string, patch: Partial<ShardFile> = {}): ShardFile {
  return { path, sha256: "a".repeat(64), sizeBytes: 3, modifiedAtMs: 1_000, ...patch };
}

export function manifestOf(shard: string, patch: Partial<ShardManifest> = {}): ShardManifest {
  return { schema: SHARD_SCHEMA, shard, candidate: CANDIDATE, suites: [], files: [], ...patch };
}
