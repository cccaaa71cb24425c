import type { Json, JsonObject } from "@holdpoint/core";
import type { FailureClass } from "@holdpoint/kit";
import type { DeadLetter } from "../contract/dead-letter.ts";
import type { Reconciliation } from "../contract/engine.ts";
import type { Risk } from "../contract/risk.ts";
import type { ActionState } from "../contract/state.ts";
import type { ActionWire } from "../contract/wire.ts";
import type { CallOptions } from "./transport.ts";

/** What is asked for, as it goes over the wire. */
export interface SubmissionWire {
  readonly adapter: string;
  readonly operation: string;
  readonly arguments: JsonObject;
  readonly session_id?: string | null;
  readonly risk?: Risk | null;
  readonly dry_run?: boolean;
  readonly deadline_ms?: number | null;
}

export interface SubmitOptions extends CallOptions {
  /** Default: one of its own, so that a repeated call has one effect. */
  readonly idempotencyKey?: string;
  /** How long the gateway waits for the end; 0 answers as soon as the action is durable. Default: the gateway's. */
  readonly waitMs?: number;
}

export interface RunOptions extends SubmitOptions {
  /** How long is waited in all, an approval's time included; default two minutes. */
  readonly endMs?: number;
}

export interface SubmittedWire {
  readonly action: ActionWire;
  /** The key was used before; this is that action. */
  readonly repeated: boolean;
  readonly idempotencyKey: string;
}

export interface ActionFilter {
  readonly state?: ActionState;
  readonly session?: string;
  readonly adapter?: string;
  readonly actor?: string;
  /** RFC 3339 in UTC: created at or after. */
  readonly since?: string;
  /** Items of a page; 1 to 200. */
  readonly limit?: number;
}

export interface DeadLetterFilter {
  readonly status?: DeadLetter["status"];
  readonly failure_class?: FailureClass;
  readonly adapter?: string;
  readonly since?: string;
  readonly limit?: number;
}

export type ReconciliationWire = Reconciliation & { readonly result?: Json };

export interface CapabilitiesWire {
  readonly version: string;
  readonly policy: string;
  readonly frozen: boolean;
  readonly roles: readonly string[];
  readonly adapters: readonly {
    readonly name: string;
    readonly kind: string;
    readonly operations: readonly JsonObject[];
  }[];
}

export interface ReadinessWire {
  readonly ready: boolean;
  readonly stopping: boolean;
  readonly reasons: readonly string[];
}

export interface ConfigWire {
  readonly config: JsonObject;
  readonly etag: string;
}

export interface TrailWire {
  readonly correlation_id: string;
  readonly items: readonly JsonObject[];
}

export interface BreakersWire {
  readonly breakers: readonly JsonObject[];
}
