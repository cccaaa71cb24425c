import type { Action } from "../contract/action.ts";
import { riskAtLeast } from "../contract/risk.ts";
import type { ActionState } from "../contract/state.ts";
import { TERMINAL_STATES } from "../contract/state.ts";
import type { RecordedEvent } from "../machine/record-text.ts";
import { eventRecord, receiptRecord } from "../machine/record-text.ts";
import { rowOf } from "../store/action-row.ts";
import type { Change, ChangeRecord } from "../store/change.ts";

export interface StepTerms {
  readonly to: Action;
  /** Null for an action that is new. */
  readonly from: ActionState | null;
  readonly event: RecordedEvent;
  /** Who caused it: an actor, or `gateway`. */
  readonly by: string;
  /** True when the guardian said something, which its key signs. */
  readonly isVerdict: boolean;
}

/** The change that makes a transition durable: its record where it is one of its own, and its receipt where it ends. */
export function stepChange({ to, from, event, by, isVerdict }: StepTerms): Change {
  const isNew = from === null;
  const isEnd = TERMINAL_STATES.has(to.state);
  const isProvisional = to.state === "UNKNOWN";
  const records: ChangeRecord[] = [];
  // A verdict always has a record of its own; other transitions that leave a receipt need no second record.
  if (isVerdict || isNew || !(isEnd || isProvisional)) records.push(eventRecord(to, from, event, by));
  if (isEnd || isProvisional) records.push(receiptRecord(to, from, by));
  return {
    records,
    verdict: isVerdict ? 0 : -1,
    signedSingly: isVerdict && isSignedSingly(to, event),
    receipt: isEnd || isProvisional ? records.length - 1 : -1,
    isProvisional,
    action: rowOf(to, isNew, isVerdict),
    key:
      isNew && to.idempotencyKey !== null
        ? { actor: to.actor, key: to.idempotencyKey, fingerprint: to.fingerprint }
        : null,
    budgets: [],
    states: [],
  };
}

function isSignedSingly({ decision }: Action, event: RecordedEvent): boolean {
  if (decision === null) return false;
  return decision.decision === "DENY" || event === "approved" || riskAtLeast(decision.risk, "high");
}
