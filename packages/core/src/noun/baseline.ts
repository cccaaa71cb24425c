import type { Candidate } from "./candidate.ts";
import type { JsonObject } from "./json.ts";

/** How a profile chooses what a candidate is compared with. */
export type BaselineChoice = "last-promoted" | `pinned:${string}` | `window:${number}`;

/** What an earlier promotion left behind for its successors; always out of the ledger. */
export interface Baseline {
  readonly choice: BaselineChoice;
  /** Digest of the verdict, `sha256:` + hexadecimal. */
  readonly verdict: string;
  readonly candidate: Candidate;
  readonly promotedAt: string;
  readonly policyDigest: string;
  readonly gates: readonly BaselineGate[];
  /** By gate id, as the gate's `facts` made them. */
  readonly facts: JsonObject;
}

export interface BaselineGate {
  readonly id: string;
  readonly blocking: boolean;
  readonly verdict: string;
  readonly checks: readonly BaselineCheck[];
}

export interface BaselineCheck {
  readonly id: string;
  readonly outcome: string;
  readonly params: JsonObject;
}
