import type { PublicKey } from "@holdpoint/ledger";

/** A key and the name under which it signs notes. */
export interface NamedKey {
  /** First line of what it signs: the ledger's name, or the guardian's. */
  readonly origin: string;
  readonly key: PublicKey;
}

/** What anybody needs to verify a receipt, a checkpoint or a group of verdicts without asking the gateway again. */
export interface PublicKeys {
  /** Signs checkpoints. */
  readonly ledger: NamedKey;
  /** Signs verdicts. */
  readonly guardian: NamedKey;
}
