import type { Action } from "../contract/action.ts";
import type { DeadLetterQuery } from "../contract/dead-letter.ts";
import type { ActionEvent, ActionQuery, Page, ReceiptView, TrailEntry } from "../contract/engine.ts";
import type { BudgetRow } from "../contract/guardian.ts";

/** A dead action and how its replays stand. */
export interface DeadAction {
  readonly action: Action;
  /** Replays of its original, oldest first, at most 100. */
  readonly replays: readonly { readonly id: string; readonly state: string; readonly generation: number }[];
}

/** Reads what is durable; none of these writes. */
export interface ActionReader {
  get(id: string): Action | null;
  byKey(actor: string, key: string): { readonly id: string; readonly fingerprint: string } | null;
  list(query: ActionQuery): Page<Action>;
  /** Everything that has not ended, oldest first: what a start goes on with. */
  live(): readonly Action[];
  budgets(): readonly BudgetRow[];
  /** A state that was kept under a name, or null. */
  state(name: string): string | null;
  deadActions(query: DeadLetterQuery): Page<DeadAction>;
  deadAction(id: string): DeadAction | null;
  openDeadLetters(): number;
  /** Actions whose outcome nobody knows yet. */
  unknowns(): number;
  /** The same actions, newest first, at most 10,000. */
  unknownActions(): readonly Action[];
  receipt(id: string): ReceiptView | null;
  checkpoint(): string | null;
  size(): number;
  trail(correlationId: string): readonly TrailEntry[];
  events(
    afterSeq: number,
    filter: { readonly session: string | null; readonly actor: string | null },
    limit: number,
  ): readonly ActionEvent[];
  close(): void;
}
