import { readCandidateFacts } from "@holdpoint/collectors";
import type { JsonObject } from "@holdpoint/core";
import { sha256Hex } from "@holdpoint/core";
import { retention } from "../coverage/artifacts/retention.ts";
import { pruneText } from "../coverage/artifacts/text.ts";
import { EXIT } from "../exit-codes.ts";
import type { Host } from "../host.ts";
import type { Answer } from "../verb.ts";
import type { LoadedConfig } from "./config-file.ts";
import { emptyArtifact, listArtifacts } from "./coverage-artifacts-folder.ts";
import { appendArtifactRecord, promotedCommits, PRUNED_RECORD_KIND } from "./coverage-artifacts-ledger.ts";

export interface PruneTerms {
  /** Absolute path of the folder of all artifacts. */
  readonly parent: string;
  readonly keep: number;
  readonly dryRun: boolean;
  readonly keyFile?: string;
}

/** Leaves the newest and the promoted ones whole; the record of what goes is durable before anything is gone. */
export async function pruneArtifacts(host: Host, loaded: LoadedConfig, terms: PruneTerms): Promise<Answer> {
  const { root, config } = loaded;
  const { parent, keep, dryRun, keyFile } = terms;
  const { artifacts, others } = listArtifacts(parent);
  const { kept, pruned, gone } = retention(artifacts, keep, promotedCommits(root));
  let record: number | null = null;
  if (pruned.length > 0 && !dryRun) {
    const { service, environment } = config;
    const facts = await readCandidateFacts(root);
    const candidate = { service, ...facts, artifacts: [], configDigest: "", environment };
    const body: JsonObject = {
      keep,
      artifacts: pruned.map(({ name, commit, manifest }) => ({ name, commit, manifestSha256: sha256Hex(manifest) })),
    };
    const ledger = { root, candidate, nowMs: host.nowMs, ...(keyFile === undefined ? {} : { keyFile }) };
    record = await appendArtifactRecord(ledger, PRUNED_RECORD_KIND, body);
    for (const { name } of pruned) {
      host.signal.throwIfAborted();
      emptyArtifact(parent, name);
    }
  }
  const said = {
    kept: kept.map(({ artifact, why }) => ({ name: artifact.name, why })),
    pruned: pruned.map(({ name }) => name),
    gone: gone.map(({ name }) => name),
    others,
    dryRun,
  };
  return {
    exit: EXIT.pass,
    json: () => ({ schema: "holdpoint/coverage-artifacts-pruned/v1", folder: parent, keep, record, ...said }),
    text: () => pruneText(said),
  };
}
