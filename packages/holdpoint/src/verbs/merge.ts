import { resolve } from "node:path";
import { readCandidateFacts } from "@holdpoint/collectors";
import { mergeShards } from "@holdpoint/release";
import type { MergeFlags } from "../commands/shards.ts";
import { EXIT } from "../exit-codes.ts";
import { table } from "../format/table.ts";
import type { Host } from "../host.ts";
import { loadConfig } from "../io/config-file.ts";
import { GATES } from "../registry.ts";
import type { Answer } from "../verb.ts";

export default async function merge(host: Host, flags: MergeFlags, ...folders: string[]): Promise<Answer> {
  const { root, config } = loadConfig(host.cwd, flags.config, GATES);
  const { merged, missing, carried } = await mergeShards({
    root,
    config,
    readCandidate: readCandidateFacts,
    folders: folders.map((folder) => resolve(host.cwd, folder)),
    carry: flags.carry ?? [],
  });
  const closed = missing.length === 0;
  return {
    exit: closed ? EXIT.pass : EXIT.hold,
    json: () => ({ ...merged, closed, missing, carried }),
    text: () => {
      const rows = merged.shards.map(({ shard, candidate, suites, files }) => [
        shard,
        carried.includes(shard) ? `carried from ${candidate.commit.slice(0, 12)}` : "of this commit",
        `${suites.length} suites, ${files.length} files`,
      ]);
      const end = closed
        ? "Every declared shard is there: holdpoint promote judges them."
        : `Missing: ${missing.join(", ")}. There is no verdict before the set is closed.`;
      return [...table(rows), end].join("\n");
    },
  };
}
