/** A record as it is stored; `bytes` are the only truth, the other columns find them. */
export interface StoredRecord {
  readonly seq: number;
  readonly kind: string;
  readonly run: string;
  readonly leaf: Uint8Array;
  /** Null when they are longer than `RECORD_SIZE_BYTES_MAX`, and then nothing was read. */
  readonly bytes: Uint8Array | null;
}

/** A complete subtree of the log, kept so that proofs need few look-ups. */
export interface StoredNode {
  /** A multiple of 8. */
  readonly level: number;
  readonly index: number;
  readonly hash: Uint8Array;
}

/** One signed checkpoint, written with the group of records that it closes. */
export interface StoredCheckpoint {
  readonly size: number;
  readonly text: string;
  /** Roots of the complete subtrees, 32 bytes each. */
  readonly peaks: Uint8Array;
}

/** Everything that one commit makes durable. */
export interface Group {
  readonly records: readonly (StoredRecord & { readonly bytes: Uint8Array })[];
  readonly nodes: readonly StoredNode[];
  readonly checkpoint: StoredCheckpoint;
}

/** Selects records; what is left out does not restrict. */
export interface RecordQuery {
  readonly kind?: string;
  readonly run?: string;
  /** Only records with a smaller index. */
  readonly before?: number;
  readonly order: "oldest-first" | "newest-first";
  readonly limit: number;
}

/**
 * Where a ledger keeps its records: reading, and nothing that could change them.
 * Everything throws `HP-LEDGER-…` and nothing else.
 */
export interface LedgerReader {
  readonly origin: string;
  lastCheckpoint(): StoredCheckpoint | null;
  /** Oldest first. */
  checkpoints(): Iterable<StoredCheckpoint>;
  record(seq: number): StoredRecord | null;
  /** Records with `from <= seq < to`, in order; a gap is a gap. */
  records(from: number, to: number): Iterable<StoredRecord>;
  find(query: RecordQuery): StoredRecord[];
  /** Number of records and one more than the largest index; equal when there is no gap. */
  extent(): { readonly count: number; readonly end: number };
  node(level: number, index: number): Uint8Array | null;
  nodeCount(): number;
  /** What the store itself finds wrong with its files and indexes, at most 100 lines; empty when all is well. */
  damage(): readonly string[];
}

/**
 * A ledger that can grow. One writer at a time, others wait; what `commit` took is durable when `exclusively` returns.
 * The contract is `store/store-contract.ts`; every store runs it.
 */
export interface LedgerStore extends LedgerReader {
  /** How durable a commit is, in the store's own words. */
  readonly durability: { readonly journal: string; readonly synchronous: string };
  /** Runs `work` as the only writer. Throwing undoes what it committed. Bounded wait, then `HP-LEDGER-BUSY`. */
  exclusively<T>(work: (commit: (group: Group) => void) => T): T;
  close(): void;
}
