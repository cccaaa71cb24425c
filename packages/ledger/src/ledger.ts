import { HoldpointError } from "@holdpoint/core";
import type { Signer } from "./keys/signer.ts";
import type { ConsistencyProof } from "./merkle/consistency.ts";
import type { InclusionProof } from "./merkle/inclusion.ts";
import { readRecord } from "./record/read-record.ts";
import type { LedgerRecord, NewRecord } from "./record/record.ts";
import type { Appended, CheckpointSink } from "./store/append.ts";
import { appendGroup } from "./store/append.ts";
import type { LedgerHead } from "./store/head.ts";
import { readHead } from "./store/head.ts";
import type { LedgerStore, RecordQuery } from "./store/ledger-store.ts";
import { consistencyProof, inclusionProof } from "./store/proofs.ts";

export interface LedgerOptions {
  readonly store: LedgerStore;
  readonly signer: Signer;
  readonly checkpoints: CheckpointSink;
  readonly nowMs: () => number;
}

/** The append-only record: a Merkle log whose every group of records is closed by one signed checkpoint. */
export class Ledger {
  readonly store: LedgerStore;
  readonly #checkpoints: CheckpointSink;
  readonly #nowMs: () => number;
  #signer: Signer;

  constructor({ store, signer, checkpoints, nowMs }: LedgerOptions) {
    this.store = store;
    this.#signer = signer;
    this.#checkpoints = checkpoints;
    this.#nowMs = nowMs;
  }

  get origin(): string {
    return this.store.origin;
  }

  get signer(): Signer {
    return this.#signer;
  }

  /** Where the ledger stands now, other processes' records included. */
  head(): LedgerHead {
    return readHead(this.store).head;
  }

  /**
   * Appends a group in one commit with one signed checkpoint; durable, and anchored outside the store, when it returns.
   *
   * @example
   * const { first } = ledger.append([{ kind: "gate", run, body: { gate: "tests", verdict: "PASS" } }]);
   */
  append(records: readonly NewRecord[]): Appended {
    return this.appendSigned(records, [this.#signer]);
  }

  /** The same with a checkpoint signed by each of the signers; two while a key is rotated. */
  appendSigned(records: readonly NewRecord[], signers: readonly Signer[]): Appended {
    const terms = { store: this.store, checkpoints: this.#checkpoints, nowMs: this.#nowMs };
    return appendGroup(terms, () => ({ records, signers })) as Appended;
  }

  /** From now on this signer signs; the record that says so must have been appended. */
  useSigner(signer: Signer): void {
    this.#signer = signer;
  }

  /** Throws `HP-RUN-UNKNOWN` when there is no such record, `HP-LEDGER-CORRUPT` when it was changed. */
  get(seq: number): LedgerRecord {
    const stored = this.store.record(seq);
    if (stored === null) throw new HoldpointError("HP-RUN-UNKNOWN", `the ledger has no record ${seq}`);
    return readRecord(stored);
  }

  find(query: RecordQuery): LedgerRecord[] {
    return this.store.find(query).map((stored) => readRecord(stored));
  }

  /** The newest record of a kind, or null. */
  latest(kind: string): LedgerRecord | null {
    return this.find({ kind, order: "newest-first", limit: 1 })[0] ?? null;
  }

  *records(from: number = 0, to: number = this.head().size): Generator<LedgerRecord> {
    for (const stored of this.store.records(from, to)) yield readRecord(stored);
  }

  inclusionProof(seq: number, size: number = this.head().size): InclusionProof {
    return inclusionProof(this.store, seq, size);
  }

  consistencyProof(firstSize: number, secondSize: number = this.head().size): ConsistencyProof {
    return consistencyProof(this.store, firstSize, secondSize);
  }

  close(): void {
    this.store.close();
  }
}
