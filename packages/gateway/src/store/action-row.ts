import type { JsonObject } from "@holdpoint/core";
import type { Action } from "../contract/action.ts";
import type { ActionRow } from "./change.ts";

/** What is kept in columns of their own, because it is written once or known only after the commit. */
type Elsewhere = "arguments" | "receipt" | "provisionalReceipt";

/** The row that stores an action as it is now. */
export function rowOf(action: Action, isNew: boolean): ActionRow {
  const { arguments: args, receipt: _receipt, provisionalReceipt: _provisional, ...body } = action;
  return {
    id: action.id,
    isNew,
    state: action.state,
    actor: action.actor,
    session: action.sessionId,
    adapter: action.adapter,
    correlation: action.correlationId,
    replayOf: action.replayOf,
    failureClass: action.error?.failureClass ?? null,
    createdAtMs: action.createdAtMs,
    updatedAtMs: action.updatedAtMs,
    arguments: isNew ? JSON.stringify(args) : "",
    body: JSON.stringify(body),
  };
}

/** Columns that a stored action is made of. */
export interface StoredAction {
  readonly body: string;
  readonly arguments: string;
  readonly receiptSeq: number | null;
  readonly receiptSize: number | null;
  readonly provisionalSeq: number | null;
}

export function actionOf(stored: StoredAction): Action {
  const { receiptSeq, receiptSize } = stored;
  return {
    ...(JSON.parse(stored.body) as Omit<Action, Elsewhere>),
    arguments: JSON.parse(stored.arguments) as JsonObject,
    receipt:
      receiptSeq === null || receiptSize === null ? null : { leafIndex: receiptSeq, checkpointSize: receiptSize },
    provisionalReceipt: stored.provisionalSeq,
  };
}
