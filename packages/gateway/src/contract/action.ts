import type { Json, JsonObject } from "@holdpoint/core";
import type { FailureClass } from "@holdpoint/kit";
import type { Decision, Reservation } from "./guardian.ts";
import type { Risk } from "./risk.ts";
import type { ActionState } from "./state.ts";

/** What somebody asks for, after its shape was checked. */
export interface Submission {
  readonly adapter: string;
  readonly operation: string;
  readonly arguments: JsonObject;
  readonly sessionId: string | null;
  readonly turnId: string | null;
  /** What the asker says; the effective risk is never below it. */
  readonly risk: Risk | null;
  readonly dryRun: boolean;
  readonly deadlineMs: number | null;
  /** Scoped per actor; 1–255 printable ASCII characters. */
  readonly idempotencyKey: string | null;
}

/** One try, kept with the action. */
export interface Attempt {
  /** Counts from 1. */
  readonly number: number;
  readonly startedAtMs: number;
  readonly endedAtMs: number | null;
  /** Null while it runs and when it succeeded. */
  readonly failureClass: FailureClass | null;
  readonly message: string | null;
}

/** Why an action did not succeed; `code` is in the error registry (`HP-ACTION-…`). */
export interface ActionError {
  readonly code: string;
  readonly failureClass: FailureClass;
  readonly message: string;
  readonly retryable: boolean;
}

/** The single-use right to execute exactly this call, given by somebody other than the requester. */
export interface Grant {
  readonly approver: string;
  readonly adapter: string;
  readonly operation: string;
  readonly argumentsDigest: string;
  readonly policyDigest: string;
  readonly grantedAtMs: number;
  readonly expiresAtMs: number;
  /** Set in the commit that starts the first attempt. */
  readonly consumedAtMs: number | null;
}

/** Where the terminal receipt lies in the ledger. */
export interface ReceiptPlace {
  readonly leafIndex: number;
  /** Size of the tree that the commit group's checkpoint signs. */
  readonly checkpointSize: number;
}

/** An action as it is stored; immutable, each change makes another with `revision + 1`. */
export interface Action {
  readonly id: string;
  readonly revision: number;
  readonly state: ActionState;
  readonly actor: string;
  readonly sessionId: string | null;
  readonly turnId: string | null;
  readonly correlationId: string;
  readonly traceparent: string;
  readonly tracestate: string | null;
  readonly adapter: string;
  readonly operation: string;
  readonly arguments: JsonObject;
  /** `sha256:` + 64 hexadecimal digits of the RFC 8785 form. */
  readonly argumentsDigest: string;
  readonly idempotencyKey: string | null;
  /** Digest of everything in the submission that a repetition must repeat. */
  readonly fingerprint: string;
  readonly dryRun: boolean;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  readonly deadlineAtMs: number | null;
  readonly decision: Decision | null;
  readonly reservations: readonly Reservation[];
  readonly approvalExpiresAtMs: number | null;
  readonly grant: Grant | null;
  /** Who denied, cancelled or reconciled it by hand. */
  readonly endedBy: string | null;
  readonly attempts: readonly Attempt[];
  /** When a READY action may next run. */
  readonly notBeforeMs: number | null;
  readonly result: Json;
  readonly error: ActionError | null;
  readonly receipt: ReceiptPlace | null;
  /** Ledger index of the provisional receipt of an UNKNOWN action. */
  readonly provisionalReceipt: number | null;
  /** The dead action that this one replays; never changed by it. */
  readonly replayOf: string | null;
  /** 0 for an original, one more for each replay of a replay. */
  readonly generation: number;
}
