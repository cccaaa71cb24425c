import type { BudgetRow } from "../contract/guardian.ts";

/** A ledger record that a change appends; `text` is its body in RFC 8785 form. */
export interface ChangeRecord {
  readonly kind: string;
  /** Id of the action, or empty for what belongs to none. */
  readonly run: string;
  readonly text: string;
}

/** The row of an action: columns to find it by, and everything else as JSON. */
export interface ActionRow {
  readonly id: string;
  /** False: the row is there already and only `state`, `updatedAtMs` and `body` change. */
  readonly isNew: boolean;
  readonly state: string;
  readonly actor: string;
  readonly session: string | null;
  readonly adapter: string;
  readonly correlation: string;
  readonly replayOf: string | null;
  readonly failureClass: string | null;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  /** JSON of the arguments; only written when the row is new. */
  readonly arguments: string;
  /** JSON of what never changes; only written when the row is new. */
  readonly given: string;
  /** JSON of the guardian's decision; null: there is none, or it is the one that is stored. */
  readonly decision: string | null;
  /** JSON of what changes. */
  readonly body: string;
}

export interface KeyRow {
  readonly actor: string;
  readonly key: string;
  readonly fingerprint: string;
}

/** What one transition makes durable: all of it or nothing. Plain data, because it goes to another thread. */
export interface Change {
  readonly records: readonly ChangeRecord[];
  /** Index in `records` of the guardian's verdict, -1 without one. */
  readonly verdict: number;
  /** True: the verdict is also signed singly (DENY, approvals, high and critical risk). */
  readonly signedSingly: boolean;
  /** Index in `records` of the receipt, -1 without one. */
  readonly receipt: number;
  readonly isProvisional: boolean;
  readonly action: ActionRow | null;
  readonly key: KeyRow | null;
  readonly budgets: readonly BudgetRow[];
  /** By name: the state that a restart begins with. */
  readonly states: readonly (readonly [name: string, json: string])[];
}

/** Where a change went. */
export interface Place {
  /** Ledger index of its first record. */
  readonly seq: number;
  /** Ledger index of the receipt, -1 without one. */
  readonly receiptSeq: number;
  /** Size that the group's checkpoint signs. */
  readonly checkpointSize: number;
}

/** One commit group. */
export interface CommittedGroup {
  readonly places: readonly Place[];
  readonly size: number;
  readonly checkpoint: string;
  /** The guardian's note over the group's verdicts, in the order of their changes; null when it had none. */
  readonly verdictNote: string | null;
}
