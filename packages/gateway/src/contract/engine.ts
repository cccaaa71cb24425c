import type { Json, JsonObject } from "@holdpoint/core";
import type { FailureClass } from "@holdpoint/kit";
import type { Action, Submission } from "./action.ts";
import type { Executor } from "./adapter.ts";
import type { Guardian } from "./guardian.ts";
import type { Caller } from "./principal.ts";
import type { PublicKeys } from "./public-keys.ts";
import type { DeadLetter, DeadLetterQuery, ReplayFilter, ReplayPlan, ReplayRun } from "./dead-letter.ts";
import type { SettingsView } from "./settings.ts";
import type { ActionState } from "./state.ts";

export interface ActionQuery {
  readonly state?: ActionState;
  readonly session?: string;
  readonly adapter?: string;
  readonly actor?: string;
  /** Created at or after. */
  readonly sinceMs?: number;
  /** Id of the last action of the page before; newest first. */
  readonly cursor?: string;
  readonly limit: number;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Null on the last page. */
  readonly cursor: string | null;
}

/** A durable change of one action. */
export interface ActionEvent {
  /** Index of its record in the ledger: grows, and is what a stream is resumed by. */
  readonly seq: number;
  readonly action: Action;
  readonly from: ActionState | null;
}

export interface Submitted {
  readonly action: Action;
  /** True when the same key with the same body was submitted before: this is that action. */
  readonly repeated: boolean;
}

export type Reconciliation =
  | { readonly how: "query" }
  | { readonly how: "succeeded"; readonly result: Json; readonly reason: string }
  | { readonly how: "failed"; readonly reason: string };

export interface ReceiptView {
  readonly action_id: string;
  readonly provisional: boolean;
  /** The record's exact bytes as text; its RFC 6962 leaf hash is SHA-256(0x00 || bytes). */
  readonly record: string;
  readonly leaf_index: number;
  readonly inclusion: { readonly tree_size: number; readonly hashes: readonly string[] };
  /** C2SP checkpoint of `tree_size` records. */
  readonly checkpoint: string;
}

/** One record of an audit trail. */
export interface TrailEntry {
  readonly seq: number;
  readonly at: string;
  readonly kind: string;
  readonly action_id: string;
  readonly body: JsonObject;
}

/**
 * The action hold point. Every promise that resolves stands for something durable. Rejects with `HoldpointError`
 * (`HP-GATEWAY-…`) and nothing else. Who may do what is checked by the callers' roles before it comes here, except
 * for approver ≠ requester, which is checked here.
 */
export interface Engine {
  /** Resolves when the action is durable, usually before it ended. */
  submit(submission: Submission, caller: Caller): Promise<Submitted>;
  /** The action when it has ended or rests (UNKNOWN, AWAITING_APPROVAL), or as it is after `waitMs`. */
  settled(id: string, waitMs: number): Promise<Action>;
  get(id: string): Action | null;
  list(query: ActionQuery): Page<Action>;
  approve(id: string, caller: Caller, reason: string): Promise<Action>;
  deny(id: string, caller: Caller, reason: string): Promise<Action>;
  cancel(id: string, caller: Caller, reason: string): Promise<Action>;
  reconcile(id: string, caller: Caller, how: Reconciliation): Promise<Action>;
  /** Null while the action has no receipt. */
  receipt(id: string): ReceiptView | null;
  /** The newest signed checkpoint. */
  checkpoint(): string;
  trail(correlationId: string): readonly TrailEntry[];
  /** Told of every durable change, in the ledger's order. Returns how to stop. */
  subscribe(listener: (event: ActionEvent) => void): () => void;
  /** Changes of a session after ledger index `seq`, oldest first, at most `limit`: what a cut stream missed. */
  eventsAfter(
    seq: number,
    filter: { readonly session: string | null; readonly actor: string | null },
    limit: number,
  ): readonly ActionEvent[];

  deadLetters(query: DeadLetterQuery): Page<DeadLetter>;
  deadLetter(id: string): DeadLetter | null;
  planReplay(filter: ReplayFilter, caller: Caller): ReplayPlan;
  startReplay(
    planId: string,
    terms: { readonly ratePerSecond: number; readonly max: number },
    caller: Caller,
  ): Promise<ReplayRun>;
  replayRun(id: string): ReplayRun | null;
  abortReplay(id: string, caller: Caller): Promise<ReplayRun>;

  resetBreaker(name: string, caller: Caller): Promise<boolean>;
  /** Records and puts in force what `PATCH /v1/config` asks; merge patch as leaf paths. */
  changeSettings(patch: JsonObject, ifMatch: string, caller: Caller): Promise<void>;
  reloadPolicy(caller: Caller): Promise<{ readonly digest: string }>;

  readonly guardian: Guardian;
  readonly executor: Executor;
  readonly settings: SettingsView & { readonly etag: string; readonly wire: JsonObject };
  readonly keys: PublicKeys;
  readonly health: EngineHealth;
  /** Takes no more work, lets what runs end (bounded), then closes the store. */
  close(drainMs: number): Promise<void>;
}

/** Figures for `/readyz` and `/metrics`; cheap to read. */
export interface EngineHealth {
  readonly ready: boolean;
  /** Why not ready, registered codes. */
  readonly reasons: readonly string[];
  readonly stopping: boolean;
  readonly liveByState: Readonly<Record<ActionState, number>>;
  readonly queueDepth: number;
  readonly running: number;
  /** Since start. */
  readonly ended: Readonly<Record<ActionState, number>>;
  readonly failures: Readonly<Record<FailureClass, number>>;
  readonly commits: number;
  readonly committedChanges: number;
  readonly openDeadLetters: number;
  readonly ledgerSize: number;
  readonly anchoredUpTo: number;
}
