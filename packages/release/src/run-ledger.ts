import type { Baseline, JsonObject, Judgement, LedgerBody, Policy, VerifiedWaiver } from "@holdpoint/core";

/** What a run needs of the ledger; `io/run-ledger.ts` is the one that ships. */
export interface RunLedger {
  readonly key: { readonly fingerprint: string; readonly isNew: boolean };
  readonly waivers: readonly VerifiedWaiver[];
  head(): LedgerHead;
  /** Durable when it returns: one commit and one signed checkpoint for the whole group. Returns the first index. */
  append(records: readonly NewRecord[]): number;
  /** Body of the newest record of a kind, or null. */
  latest(kind: string): JsonObject | null;
  /** The DSSE envelope of a verdict, with the ledger head of this moment inside. */
  signVerdict(judgement: Judgement): string;
  /** The DSSE envelope over the exact text of a gate's artifact. */
  signArtifact(name: string, text: string, judgement: ArtifactSubject): string;
  /** Checkpoint after, and inclusion proof of, a record: what a reader without the store needs. */
  proof(index: number): { readonly checkpoint: string; readonly inclusion: string };
  baseline(policy: Policy, service: string, environment: string): Baseline | null;
  /** The log as it is on disk now; `expected` are the digests that must have a record. */
  inspect(expected: readonly string[]): LedgerBody;
  /** PEM of the public keys, by file name, that the run's folder carries. */
  publicKeys(): Readonly<Record<string, string>>;
  close(): void;
}

export interface LedgerHead {
  readonly origin: string;
  readonly size: number;
  /** Base64 of the RFC 6962 root. */
  readonly root: string;
}

export interface NewRecord {
  readonly kind: string;
  readonly run: string;
  readonly body: JsonObject;
}

export interface ArtifactSubject {
  readonly candidate: Judgement["candidate"];
  readonly run: string;
}
