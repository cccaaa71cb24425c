import type { Signer } from "../keys/signer.ts";
import type { CompactRange } from "../merkle/compact-range.ts";
import type { NewRecord, NewTextRecord } from "../record/record.ts";
import { buildGroup } from "./build-group.ts";
import { readHead } from "./head.ts";
import type { LedgerStore } from "./ledger-store.ts";

/** A store that can tell whether somebody else wrote to it. */
export interface VersionedStore extends LedgerStore {
  dataVersion(): number;
}

/** Where a group went. */
export interface WrittenGroup {
  /** Index of its first record. */
  readonly first: number;
  /** Records in the log now: the size that `checkpoint` signs. */
  readonly size: number;
  readonly checkpoint: string;
  /** RFC 3339 UTC; the same for all of its records. */
  readonly at: string;
}

/**
 * Appends group after group as a ledger's only writer and keeps the head in memory in between, so that a small group
 * costs little more than its commit. When another process wrote after all, the head is read again.
 */
export class GroupWriter {
  readonly #store: VersionedStore;
  readonly #signer: Signer;
  readonly #nowMs: () => number;
  #range: CompactRange | null = null;
  #version = -1;

  constructor(options: { readonly store: VersionedStore; readonly signer: Signer; readonly nowMs: () => number }) {
    this.#store = options.store;
    this.#signer = options.signer;
    this.#nowMs = options.nowMs;
  }

  /**
   * One durable commit: the records, one signed checkpoint, and whatever `alongside` writes into the same store. It is
   * told the index of the group's first record and the size that the checkpoint signs. Throwing undoes everything.
   */
  write(
    records: readonly (NewRecord | NewTextRecord)[],
    alongside: (first: number, size: number) => void = () => undefined,
  ): WrittenGroup {
    const store = this.#store;
    const at = new Date(this.#nowMs()).toISOString();
    const { range, written } = store.exclusively((commit) => {
      const next = this.#head();
      const first = next.size;
      const group = buildGroup(records, next, { origin: store.origin, at, signers: [this.#signer] });
      commit(group);
      const { size, text } = group.checkpoint;
      alongside(first, size);
      return { range: next, written: { first, size, checkpoint: text, at } };
    });
    this.#range = range;
    return written;
  }

  /** A copy, because a group that is undone must leave the kept head as it was. */
  #head(): CompactRange {
    const version = this.#store.dataVersion();
    if (this.#range === null || version !== this.#version) {
      this.#range = readHead(this.#store).range;
      this.#version = version;
    }
    return this.#range.copy();
  }
}
