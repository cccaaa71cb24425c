import { HoldpointError } from "@holdpoint/core";
import type { Signer } from "./keys/signer.ts";
import type { NewRecord } from "./record/record.ts";
import { appendGroup } from "./store/append.ts";
import type {
  Group,
  LedgerStore,
  RecordQuery,
  StoredCheckpoint,
  StoredNode,
  StoredRecord,
} from "./store/ledger-store.ts";
import type { ContractStore } from "./store/store-contract.ts";

/** What memory stores share when they are opened again; tests harm it as they like. */
export interface MemoryTables {
  origin: string;
  records: StoredRecord[];
  nodes: StoredNode[];
  checkpoints: StoredCheckpoint[];
  damage: string[];
}

export function memoryTables(origin: string): MemoryTables {
  return { origin, records: [], nodes: [], checkpoints: [], damage: [] };
}

/** A store in memory: the second implementation of the port, and the one that is easily harmed. */
export class MemoryStore implements LedgerStore, ContractStore {
  readonly durability = { journal: "none", synchronous: "none" } as const;
  readonly #tables: MemoryTables;
  readonly #signer: Signer;

  constructor(tables: MemoryTables, signer: Signer) {
    this.#tables = tables;
    this.#signer = signer;
  }

  get origin(): string {
    return this.#tables.origin;
  }

  lastCheckpoint(): StoredCheckpoint | null {
    return this.checkpoints().at(-1) ?? null;
  }

  checkpoints(): StoredCheckpoint[] {
    return this.#tables.checkpoints.toSorted((a, b) => a.size - b.size);
  }

  record(seq: number): StoredRecord | null {
    return this.#tables.records.find((one) => one.seq === seq) ?? null;
  }

  records(from: number, to: number): StoredRecord[] {
    const within = this.#tables.records.filter(({ seq }) => seq >= from && seq < to);
    return within.toSorted((a, b) => a.seq - b.seq);
  }

  find({ kind, run, before, order, limit }: RecordQuery): StoredRecord[] {
    const sign = order === "newest-first" ? -1 : 1;
    return this.#tables.records
      .filter((one) => (kind === undefined || one.kind === kind) && (run === undefined || one.run === run))
      .filter(({ seq }) => before === undefined || seq < before)
      .toSorted((a, b) => sign * (a.seq - b.seq))
      .slice(0, limit);
  }

  extent(): { count: number; end: number } {
    const { records } = this.#tables;
    return { count: records.length, end: Math.max(0, ...records.map(({ seq }) => seq + 1)) };
  }

  node(level: number, index: number): Uint8Array | null {
    if (level === 0) return this.record(index)?.leaf ?? null;
    return this.#tables.nodes.find((one) => one.level === level && one.index === index)?.hash ?? null;
  }

  nodeCount(): number {
    return this.#tables.nodes.length;
  }

  damage(): readonly string[] {
    return this.#tables.damage;
  }

  exclusively<T>(work: (commit: (group: Group) => void) => T): T {
    const { records, nodes, checkpoints } = this.#tables;
    try {
      return work((group) => this.#commit(group));
    } catch (thrown) {
      Object.assign(this.#tables, { records, nodes, checkpoints });
      throw thrown;
    }
  }

  append(records: readonly NewRecord[]): void {
    const terms = { store: this, checkpoints: { write: () => undefined }, nowMs: () => 0 };
    appendGroup(terms, () => ({ records, signers: [this.#signer] }));
  }

  commit(group: Group, then: () => void): void {
    this.exclusively((commit) => {
      commit(group);
      then();
    });
  }

  close(): void {
    // Memory has nothing to close.
  }

  #commit({ records, nodes, checkpoint }: Group): void {
    const known = this.#tables;
    const again = records.some(({ seq }) => this.record(seq) !== null);
    if (again || known.checkpoints.some(({ size }) => size === checkpoint.size)) {
      throw new HoldpointError("HP-LEDGER-OPEN", "an index is given twice");
    }
    known.records = [...known.records, ...records];
    known.nodes = [...known.nodes, ...nodes];
    known.checkpoints = [...known.checkpoints, checkpoint];
  }
}
