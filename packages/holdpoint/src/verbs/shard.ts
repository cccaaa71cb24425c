import { join, resolve } from "node:path";
import { readCandidateFacts } from "@holdpoint/collectors";
import { makeShard } from "@holdpoint/release";
import type { ShardManifest } from "@holdpoint/release";
import type { ShardFlags } from "../commands/shards.ts";
import { EXIT } from "../exit-codes.ts";
import { table } from "../format/table.ts";
import type { Host } from "../host.ts";
import { loadConfig } from "../io/config-file.ts";
import { terminalProgress } from "../progress/terminal-progress.ts";
import { GATES } from "../registry.ts";
import type { Answer } from "../verb.ts";

export default async function shard(host: Host, flags: ShardFlags, name: string): Promise<Answer> {
  const { root, config } = loadConfig(host.cwd, flags.config, GATES);
  const folder = flags.out === undefined ? join(root, ".holdpoint", "shards", name) : resolve(host.cwd, flags.out);
  const progress = terminalProgress(host, flags);
  try {
    const manifest = await makeShard({
      root,
      config,
      shard: name,
      folder,
      readCandidate: readCandidateFacts,
      environment: host.env,
      nowMs: host.nowMs,
      signal: host.signal,
      onProgress: progress.onProgress,
    });
    return answer(manifest, folder);
  } finally {
    progress.stop();
  }
}

function answer(manifest: ShardManifest, folder: string): Answer {
  const { shard: name, suites, files, candidate } = manifest;
  return {
    exit: suites.every(({ body }) => body.exitCode === 0) ? EXIT.pass : EXIT.hold,
    json: () => ({ ...manifest, folder }),
    text: () =>
      [
        ...table(suites.map(({ body }) => [`suite ${body.suite}`, ended(body)])),
        ...table(files.map(({ path, sizeBytes }) => [path, `${sizeBytes} bytes`])),
        `Shard ${name} of ${candidate.commit.slice(0, 12)} is in ${folder}: upload it whole, then holdpoint merge.`,
      ].join("\n"),
  };
}

function ended({ exitCode, signal, timedOut }: ShardManifest["suites"][number]["body"]): string {
  if (timedOut) return "timed out";
  return signal === null ? `exit ${exitCode}` : `ended by ${signal}`;
}
