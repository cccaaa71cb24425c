import type { Signer } from "../keys/signer.ts";
import type { NewRecord } from "../record/record.ts";
import { buildGroup } from "./build-group.ts";
import type { LedgerHead } from "./head.ts";
import { readHead } from "./head.ts";
import type { LedgerStore } from "./ledger-store.ts";

/** Keeps signed checkpoints outside the store, so that a store that lost its end is found out. */
export interface CheckpointSink {
  /** Durable when it returns. */
  write(size: number, text: string): void;
}

/** A group that was made durable. */
export interface Appended {
  /** Index of the group's first record. */
  readonly first: number;
  readonly head: LedgerHead & { readonly checkpoint: string };
}

export interface AppendTerms {
  readonly store: LedgerStore;
  readonly checkpoints: CheckpointSink;
  readonly nowMs: () => number;
}

export interface GroupChoice {
  readonly records: readonly NewRecord[];
  readonly signers: readonly Signer[];
}

/**
 * Appends one group as the only writer. `choose` sees the head that the group will follow, other processes' records
 * included, and may answer null: then nothing is appended and null is returned.
 */
export function appendGroup(terms: AppendTerms, choose: (head: LedgerHead) => GroupChoice | null): Appended | null {
  const { store, checkpoints, nowMs } = terms;
  const appended = store.exclusively((commit): Appended | null => {
    const { head, range } = readHead(store);
    const choice = choose(head);
    if (choice === null) return null;
    const { origin } = store;
    const group = buildGroup(choice.records, range, {
      origin,
      at: new Date(nowMs()).toISOString(),
      signers: choice.signers,
    });
    commit(group);
    const { size, text } = group.checkpoint;
    return { first: head.size, head: { origin, size, root: range.root().toString("base64"), checkpoint: text } };
  });
  if (appended !== null) checkpoints.write(appended.head.size, appended.head.checkpoint);
  return appended;
}
