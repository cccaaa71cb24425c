import type { PublicKey } from "../keys/public-key.ts";

/** Everything that verifying can find; closed. */
export const PROBLEMS: {
  readonly "record-changed": string;
  readonly "record-missing": string;
  readonly "record-misplaced": string;
  readonly "record-malformed": string;
  readonly "root-mismatch": string;
  readonly "state-mismatch": string;
  readonly unsealed: string;
  readonly truncated: string;
  readonly "history-replaced": string;
  readonly "checkpoint-malformed": string;
  readonly "checkpoint-origin": string;
  readonly "signature-invalid": string;
  readonly "key-unknown": string;
  readonly "key-foreign": string;
  readonly "key-malformed": string;
  readonly "key-revoked": string;
  readonly "ledger-empty": string;
  readonly "ledger-unreadable": string;
  readonly "envelope-malformed": string;
  readonly "statement-malformed": string;
  readonly "file-missing": string;
  readonly "file-extra": string;
  readonly "file-changed": string;
  readonly "file-malformed": string;
  readonly "judgement-mismatch": string;
  readonly "plan-mismatch": string;
  readonly "record-mismatch": string;
  readonly "inclusion-invalid": string;
} = {
  "record-changed": "The bytes of a record do not have its hash.",
  "record-missing": "A record is gone from the middle or the end.",
  "record-misplaced": "A record's bytes name another index, kind or run than the place where it is stored.",
  "record-malformed": "A record is too large, or not a record.",
  "root-mismatch": "The records do not have the root that a checkpoint of the ledger signs.",
  "state-mismatch": "What the ledger keeps for appending and proving disagrees with its records.",
  unsealed: "Records stand after the last checkpoint, or checkpoints do not follow one another.",
  truncated: "A checkpoint kept outside vouches for more records than there are.",
  "history-replaced": "A checkpoint kept outside signs another root for the same number of records.",
  "checkpoint-malformed": "A checkpoint is not a signed C2SP tlog-checkpoint.",
  "checkpoint-origin": "A checkpoint is of another ledger.",
  "signature-invalid": "A signature does not fit what it signs.",
  "key-unknown": "No key is known that could have signed.",
  "key-foreign": "It was signed, but not by a key that is trusted.",
  "key-malformed": "A key, or the record that names it, cannot be read or is not signed as it must be.",
  "key-revoked": "The key that signed had been revoked.",
  "ledger-empty": "The ledger has no records, so there is nothing to vouch for.",
  "ledger-unreadable": "The ledger's file is damaged.",
  "envelope-malformed": "The file is not a DSSE envelope.",
  "statement-malformed": "The signed payload is not the statement of a verdict.",
  "file-missing": "A file that the verdict rests on is not there.",
  "file-extra": "A file is there that the verdict knows nothing of.",
  "file-changed": "A file no longer has the digest that was signed.",
  "file-malformed": "A file cannot be read as what it should be.",
  "judgement-mismatch": "The judgement or a gate's artifact says something else than the verdict.",
  "plan-mismatch": "The plan is not the one that the verdict was judged by.",
  "record-mismatch": "The ledger's record is not that of this verdict.",
  "inclusion-invalid": "The record is not in the tree that the checkpoint signs.",
};

export type ProblemCode = keyof typeof PROBLEMS;

export interface VerifyProblem {
  readonly code: ProblemCode;
  /** `record 5`, `checkpoint 12`, `evidence/tests-0123456789abcdef.json`, … */
  readonly where: string;
}

/** `when-observed`: what was signed before a revocation is good. `revoked-now`: a revoked key is good for nothing. */
export type VerifyMode = "when-observed" | "revoked-now";

export interface Verification {
  readonly what: "ledger" | "verdict" | "run";
  readonly valid: boolean;
  /** Records that were verified, or that the signed checkpoint of a verdict covers. */
  readonly size: number;
  /** Records up to which a checkpoint kept outside the store vouches. */
  readonly anchoredUpTo: number;
  /** True when the only keys were those that came with what was verified. */
  readonly selfAsserted: boolean;
  readonly mode: VerifyMode;
  /** Fingerprints of the keys that signed. */
  readonly keys: readonly string[];
  /** At most 100, in the order found. */
  readonly problems: readonly VerifyProblem[];
}

/** A key that counts for nothing from an instant on. */
export interface Revocation {
  readonly fingerprint: string;
  /** RFC 3339 UTC. */
  readonly revokedAt: string;
}

/** On what trust to verify. */
export interface VerifyTerms {
  /** Keys that the reader trusts; empty: those found inside are used, and said to be self-asserted. */
  readonly trusted: readonly PublicKey[];
  readonly revocations: readonly Revocation[];
  readonly mode: VerifyMode;
}

/** One line for a person. */
export function verificationLine(
  result: Pick<Verification, "valid" | "size" | "anchoredUpTo" | "selfAsserted">,
): string {
  const asserted = result.selfAsserted ? ", self-asserted (no key was given)" : "";
  return `${result.valid ? "valid" : "NOT VALID"}, anchored up to ${result.anchoredUpTo} of ${result.size}${asserted}`;
}
