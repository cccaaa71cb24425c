import type { Candidate, Config, SuiteRunBody } from "@holdpoint/core";
import { HoldpointError, KIND } from "@holdpoint/core";
import type { CollectTerms } from "../gather/collect.ts";
import { gatherSuites } from "../gather/suites.ts";
import { shardFiles, writeShard } from "../io/shard-folder.ts";
import type { RunOptions } from "../options.ts";
import { candidateOf } from "../plan/candidate.ts";
import { declaredShards, globsOf, suitesOf } from "./declared.ts";
import type { ShardManifest } from "./shard.ts";
import { SHARD_SCHEMA } from "./shard.ts";

export type MakeShardOptions = Pick<
  RunOptions,
  "root" | "config" | "readCandidate" | "environment" | "nowMs" | "signal" | "onProgress"
> & {
  readonly shard: string;
  /** Absolute path of the folder that the job uploads. */
  readonly folder: string;
};

/**
 * Runs the suites of one shard and leaves what they wrote in a folder, for `mergeShards` in a later job. A suite that
 * fails is evidence too: the folder is written all the same.
 *
 * @throws HoldpointError `HP-RUN-UNKNOWN` for a shard that the configuration does not name; what ended a suite's start
 */
export async function makeShard(options: MakeShardOptions): Promise<ShardManifest> {
  const { root, config, shard, folder } = options;
  const declared = declaredShards(config);
  if (!declared.includes(shard)) {
    const known = declared.join(", ") || "none";
    throw new HoldpointError("HP-RUN-UNKNOWN", `the configuration knows no shard "${shard}" (it knows ${known})`);
  }
  const candidate = candidateOf(config, await options.readCandidate(root));
  const suites = await runSuites(options, candidate);
  const files = shardFiles(root, globsOf(config, shard));
  const manifest: ShardManifest = { schema: SHARD_SCHEMA, shard, candidate, suites, files };
  writeShard(root, folder, manifest);
  return manifest;
}

async function runSuites(options: MakeShardOptions, candidate: Candidate): Promise<ShardManifest["suites"]> {
  const { config, shard, root, environment, nowMs, signal, onProgress } = options;
  const own: Config = { ...config, suites: suitesOf(config, shard).map((suite) => ({ ...suite, shard: null })) };
  const terms: Omit<CollectTerms, "carried"> = {
    root,
    run: "shard",
    candidate,
    config: own,
    base: null,
    nowMs,
    signal,
    onProgress,
    keep: () => undefined,
  };
  const gathered = await gatherSuites({ ...terms, environment, runCommands: true, merged: null });
  return gathered.map(({ evidence: { kind, startedAt, finishedAt, body } }) => {
    if (kind === KIND.suiteRun) return { startedAt, finishedAt, body: body as SuiteRunBody };
    const { text } = body as { readonly text: string };
    throw new HoldpointError("HP-RUN-SUITE-NOT-STARTED", text);
  });
}
