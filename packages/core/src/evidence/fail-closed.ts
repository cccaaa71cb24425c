/** Body of `fail-closed` evidence: each rule by which the gateway must refuse, and what it did when it was tried. */
export interface FailClosedBody {
  readonly rules: readonly FailClosedRule[];
  /** Every operation of the gateway's OpenAPI document, tried as a stranger. */
  readonly access: readonly AccessTrial[];
  /** The probes inside the shipped program: how many it said it would run, and how it ended. */
  readonly probe: { readonly version: string; readonly announced: number; readonly exitCode: number | null };
  /** Asked when everything had been tried: closing must not be for ever. */
  readonly after: { readonly ready: boolean; readonly honestAction: string | null; readonly effects: number | null };
}

/** Which part has to refuse. */
export type FailClosedComponent =
  | "guardian"
  | "approvals"
  | "executor"
  | "ledger"
  | "adapters"
  | "http"
  | "access"
  | "start";

export interface FailClosedRule {
  readonly id: string;
  readonly component: FailClosedComponent;
  /** Rows of the list of rules that it stands for, by number; empty for rules that are ours alone. */
  readonly rows: readonly number[];
  /** `gateway`: against a running gateway, from outside; `probe`: inside the shipped program. */
  readonly by: "gateway" | "probe";
  /** What was harmed, in one sentence. */
  readonly attempted: string;
  /** Why it was not tried; null when it was. */
  readonly skipped: string | null;
  /** Code, reason code or state that refuses. */
  readonly expected: string;
  /** What came back: the same kind of word; null when nothing did. */
  readonly got: string | null;
  /** What the same attempt got when it was made once more; null where it cannot be made twice. */
  readonly again: string | null;
  /** Effects that the target counted; null where there is no target (a start that is refused). */
  readonly effects: number | null;
  /** Effects of the same call without the harm: shows that the target counts. Null where `effects` is. */
  readonly control: number | null;
  readonly denial: SignedTrace | null;
  readonly receipt: SignedTrace | null;
}

/** What must be left behind; null in the rule where nothing is due. */
export interface SignedTrace {
  readonly present: boolean;
  /** Its signature, or its inclusion under a signed checkpoint, was recomputed by the one who tried. */
  readonly verified: boolean;
}

export interface AccessTrial {
  readonly method: string;
  readonly path: string;
  /** Status without a token; null when there was no answer. */
  readonly withoutToken: number | null;
  /** Status with a token that nobody was given. */
  readonly withUnknownToken: number | null;
  /** Status with a token of a role that may not; null where every role may. */
  readonly withWrongRole: number | null;
  /** True when the route says that it needs no token. */
  readonly open: boolean;
}
