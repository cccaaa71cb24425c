import type { CarriedFrom } from "@holdpoint/core";
import type { MergedShards } from "./shard.ts";

/** By path, where a file that an earlier commit's shard brought comes from. */
export function carriedFiles(merged: MergedShards | null): Readonly<Record<string, CarriedFrom>> {
  if (merged === null) return {};
  return Object.fromEntries(
    merged.shards
      .filter(({ candidate }) => candidate.commit !== merged.candidate.commit)
      .flatMap(({ candidate: { commit }, files }) =>
        files.map(({ path, modifiedAtMs }) => [path, { commit, measuredAt: new Date(modifiedAtMs).toISOString() }]),
      ),
  );
}
