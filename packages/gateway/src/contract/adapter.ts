import type { Json, JsonObject } from "@holdpoint/core";
import type { FailureClass } from "@holdpoint/kit";
import type { Risk } from "./risk.ts";

export type AdapterKind = "http" | "command" | "function" | "mcp";

/** What the guardian and the executor know of an operation. */
export interface OperationSpec {
  readonly name: string;
  readonly title: string;
  /** True: the same key executed twice has one effect, and the adapter is given the key. */
  readonly idempotent: boolean;
  /** The effective risk is never below it. */
  readonly risk: Risk;
  /** JSON Schema 2020-12 of the arguments; object schemas without `additionalProperties` refuse unknown fields. */
  readonly argumentsSchema: JsonObject;
  /** JSON Schema of the result; a result that does not fit is `connector_contract_drift`. Null: not checked. */
  readonly resultSchema: JsonObject | null;
  /** Overrides the setting `executor.timeout_ms`, never above it. */
  readonly timeoutMs: number | null;
}

/** One execution, handed to an adapter after its permit was checked. */
export interface AdapterCall {
  readonly actionId: string;
  readonly attempt: number;
  readonly operation: string;
  readonly arguments: JsonObject;
  /** Id of the action, or of the one that it replays: the same on every attempt, unique to the intent. */
  readonly idempotencyKey: string;
  readonly correlationId: string;
  readonly traceparent: string;
  readonly tracestate: string | null;
  readonly timeoutMs: number;
  readonly deadlineAtMs: number | null;
  /** Aborted when the time is over; the adapter lets go of everything it holds. */
  readonly signal: AbortSignal;
}

export type AdapterOutcome = AdapterSuccess | AdapterFailure;

export interface AdapterSuccess {
  readonly ok: true;
  readonly result: Json;
}

export interface AdapterFailure {
  readonly ok: false;
  readonly failureClass: FailureClass;
  /** False only when the effect surely did not happen: nothing was sent, or the other side refused without acting. */
  readonly sent: boolean;
  /** Registered: `HP-ACTION-…`. */
  readonly code: string;
  readonly message: string;
  readonly retryAfterMs: number | null;
}

/** What became of an attempt whose outcome is unknown, as the other side tells. */
export type StatusAnswer =
  | { readonly known: true; readonly succeeded: true; readonly result: Json }
  | { readonly known: true; readonly succeeded: false; readonly message: string }
  | { readonly known: false; readonly message: string };

/** The way to something that has effects. May throw anything; the executor turns it into a failure. */
export interface Adapter {
  readonly name: string;
  readonly kind: AdapterKind;
  readonly operations: ReadonlyMap<string, OperationSpec>;
  execute(call: AdapterCall): Promise<AdapterOutcome>;
  /** Only where the other side can be asked. */
  status?(call: AdapterCall): Promise<StatusAnswer>;
  close(): Promise<void>;
}

/** The breaker's and the bulkhead's word on one more call. */
export type Admission =
  | { readonly kind: "admitted"; readonly ticket: Ticket }
  | { readonly kind: "busy" }
  | { readonly kind: "open"; readonly retryAfterMs: number };

/** Right to one call; ended by `run` or `release`, once. */
export interface Ticket {
  readonly adapter: string;
  readonly token: unknown;
}

/** The guardian's ALLOW as the executor holds it; the executor recomputes everything in it. */
export interface Permit {
  readonly decision: "ALLOW";
  readonly actionId: string;
  readonly adapter: string;
  readonly operation: string;
  readonly argumentsDigest: string;
  readonly policyDigest: string;
  /** Null: as long as the policy is in force. */
  readonly expiresAtMs: number | null;
  readonly proof: PermitProof;
}

/** The verdict's exact text and the signed list of verdicts that it is in. */
export interface PermitProof {
  /** Body of the ledger record that holds the verdict. */
  readonly verdictText: string;
  /** Index among the verdicts of its commit group. */
  readonly index: number;
  /** Shared by all verdicts of a group, so that its signature is verified once. */
  readonly group: VerdictGroup;
}

export interface VerdictGroup {
  readonly verdictTexts: readonly string[];
  /** C2SP signed note over the Merkle root of the texts, by the guardian's key. */
  readonly note: string;
}

/** What the engine drives. None of these throws or rejects. */
export interface Executor {
  readonly adapters: ReadonlyMap<string, Adapter>;
  admit(adapter: string, nowMs: number): Admission;
  release(ticket: Ticket): void;
  /** Refuses with `HP-ACTION-PERMIT` unless the permit is sound for exactly this call. Ends the ticket. */
  run(ticket: Ticket, permit: Permit | null, call: Omit<AdapterCall, "signal">): Promise<AdapterOutcome>;
  status(call: Omit<AdapterCall, "signal">, adapter: string): Promise<StatusAnswer>;
  readonly breakers: Breakers;
  /**
   * Told when a place became free that no `run` or `release` of the engine's freed: a call that was left behind
   * ended.
   */
  onPlaceFreed(listener: () => void): void;
  close(): Promise<void>;
}

/** The breakers by name; a breaker's name is its adapter's. */
export interface Breakers {
  names(): readonly string[];
  view(name: string, nowMs: number): BreakerView | null;
  metrics(name: string, lastN: number): BreakerMetrics | null;
  reset(name: string, nowMs: number): boolean;
  snapshots(): Readonly<Record<string, JsonObject>>;
  restore(snapshots: Readonly<Record<string, JsonObject>>, nowMs: number): void;
  /** Told of each change of state, in order. */
  onTransition(listener: (change: BreakerTransition) => void): void;
}

export interface BreakerTransition {
  readonly name: string;
  readonly from: "closed" | "open" | "half-open";
  readonly to: "closed" | "open" | "half-open";
  readonly atMs: number;
  readonly reason: string;
}

/** As it is answered on the wire. */
export type BreakerView = JsonObject;
export type BreakerMetrics = JsonObject;
