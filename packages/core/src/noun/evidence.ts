import type { Candidate } from "./candidate.ts";

/** Where evidence comes from. Blocking gates refuse `synthetic`. */
export type Provenance = "measured" | "imported" | "synthetic";

export const EVIDENCE_SCHEMA = "holdpoint/evidence/v1";

/** The one envelope of all evidence (`schemas/evidence.v1.json`), addressed by the SHA-256 of its RFC 8785 form. */
export interface Evidence<Body = unknown> {
  readonly schema: typeof EVIDENCE_SCHEMA;
  readonly kind: string;
  readonly candidate: Candidate;
  readonly run: string;
  readonly provenance: Provenance;
  readonly producer: Producer;
  /** RFC 3339, UTC, milliseconds. */
  readonly startedAt: string;
  readonly finishedAt: string;
  /** How many things were looked at (tests, files, packages, records). 0 is never a pass. */
  readonly samples: number;
  readonly inputs: readonly EvidenceInput[];
  readonly body: Body;
}

export interface Producer {
  readonly name: string;
  readonly version: string;
}

/** A raw file that the evidence was read from. */
export interface EvidenceInput {
  readonly name: string;
  readonly sha256: string;
}

/** Evidence with its address, `sha256:` + 64 hexadecimal digits. */
export interface StoredEvidence<Body = unknown> {
  readonly digest: string;
  readonly evidence: Evidence<Body>;
}

/** Kind of the evidence that stands where a collector could not deliver. */
export const COLLECTION_FAILURE = "collection-failure";

/** Body of `collection-failure` evidence: gathering `of` ended like this. */
export interface CollectionFailure {
  readonly of: string;
  /** `error`: unreadable, truncated, threw. `missing`: absent or empty. */
  readonly outcome: "error" | "missing";
  readonly code: string;
  readonly text: string;
  readonly hint: string | null;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
}
