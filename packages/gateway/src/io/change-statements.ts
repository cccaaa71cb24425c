import type { StatementSync } from "node:sqlite";
import type { ActionRow, Change, Place } from "../store/change.ts";

export interface Statements {
  statement(sql: string): StatementSync;
}

/** Writes the rows of one change; called inside the commit that appends its records. */
export function writeRows(store: Statements, change: Change, place: Place): void {
  const { action, key } = change;
  if (action !== null) writeAction(store, action, change, place);
  if (action !== null && key !== null) {
    // No REPLACE: a key belongs to one action for ever, and a second one must undo the commit.
    store
      .statement("INSERT INTO annex_key (actor, key, fingerprint, action) VALUES (?, ?, ?, ?)")
      .run(key.actor, key.key, key.fingerprint, action.id);
  }
  for (const { budget, key: of, windowStartMs, reserved, committed } of change.budgets) {
    store
      .statement(
        "INSERT OR REPLACE INTO annex_budget (budget, key, window_ms, reserved, committed) VALUES (?, ?, ?, ?, ?)",
      )
      .run(budget, of, windowStartMs, reserved, committed);
  }
  for (const [name, json] of change.states) {
    store.statement("INSERT OR REPLACE INTO annex_state (name, json) VALUES (?, ?)").run(name, json);
  }
}

const INSERT =
  "INSERT INTO annex_action (id, state, actor, session, adapter, correlation, replay_of, failure_class, created_ms, " +
  "updated_ms, arguments, given, decision, body, event_seq, receipt_seq, receipt_size, provisional_seq) " +
  "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
/** An action that has its terminal receipt is never written again, so nothing can end twice. */
const UPDATE =
  "UPDATE annex_action SET state = ?, failure_class = ?, updated_ms = ?, decision = coalesce(?, decision), body = ?, " +
  "event_seq = ?, " +
  "receipt_seq = coalesce(?, receipt_seq), receipt_size = coalesce(?, receipt_size), " +
  "provisional_seq = coalesce(?, provisional_seq) WHERE id = ? AND receipt_seq IS NULL";

function writeAction(store: Statements, row: ActionRow, { isProvisional }: Change, place: Place): void {
  const { seq, receiptSeq, checkpointSize } = place;
  const isEnd = receiptSeq >= 0 && !isProvisional;
  const receipt = isEnd ? receiptSeq : null;
  const size = isEnd ? checkpointSize : null;
  const provisional = receiptSeq >= 0 && isProvisional ? receiptSeq : null;
  const { id, state, failureClass, updatedAtMs, decision, body } = row;
  if (row.isNew) {
    const { actor, session, adapter, correlation, replayOf, createdAtMs } = row;
    const ways = [actor, session, adapter, correlation, replayOf, failureClass, createdAtMs] as const;
    store
      .statement(INSERT)
      .run(id, state, ...ways, updatedAtMs, row.arguments, row.given, decision, body, seq, receipt, size, provisional);
    return;
  }
  const { changes } = store
    .statement(UPDATE)
    .run(state, failureClass, updatedAtMs, decision, body, seq, receipt, size, provisional, id);
  if (Number(changes) !== 1) throw new Error(`the action ${id} is not there or has ended`);
}
