/** Body of `gateway-live` evidence: what a real gateway did when everything it offers was asked of it. */
export interface GatewayLiveBody {
  /** `METHOD /path/{of}/{its}/operations` as the gateway's own OpenAPI document lists them. */
  readonly operations: readonly string[];
  readonly calls: readonly GatewayCall[];
  readonly ends: readonly GatewayEnd[];
  readonly correlations: readonly GatewayCorrelation[];
  readonly keys: readonly GatewayKey[];
  readonly restarts: readonly GatewayRestart[];
  readonly probes: readonly GatewayProbe[];
  readonly counters: readonly GatewayCounter[];
  readonly streams: readonly GatewayStream[];
}

/** One call of one route. */
export interface GatewayCall {
  readonly operation: string;
  readonly expected: "success" | "refusal";
  /** What was asked, in a few words. */
  readonly purpose: string;
  readonly status: number;
  readonly contentType: string;
  /** Registered code of a problem document; null when there was none. */
  readonly code: string | null;
  /** True when the OpenAPI document names this status for this operation. */
  readonly documented: boolean;
}

/** One action that was brought to an end, or to rest, for real. */
export interface GatewayEnd {
  /** What it was to end in; `UNKNOWN>SUCCEEDED` and `UNKNOWN>DEAD` were unknown first. */
  readonly wanted: string;
  readonly action: string;
  /** As answered by `GET /v1/actions/{id}`. */
  readonly answered: string;
  /** As listed by `GET /v1/actions?state=`. */
  readonly listed: string;
  /** As written in the receipt's record. */
  readonly recorded: string;
  /** Terminal receipts among the records of its audit trail. */
  readonly terminalReceipts: number;
  /** Provisional ones, of an unknown outcome. */
  readonly provisionalReceipts: number;
  readonly deadLetters: number;
  readonly proof: GatewayProof;
}

/** A receipt's inclusion proof, recomputed by the drill (RFC 6962). */
export interface GatewayProof {
  readonly leafIndex: number;
  readonly treeSize: number;
  /** Root in the checkpoint, and the one that record and proof give; base64. */
  readonly checkpointRoot: string;
  readonly computedRoot: string;
  /** True when the checkpoint has a good signature by the key that `GET /v1/keys` names. */
  readonly signed: boolean;
}

/** Where the correlation id and the trace of one request were found again. */
export interface GatewayCorrelation {
  readonly sent: string;
  readonly trace: string;
  /** Place → what was found there; null when nothing was. */
  readonly found: readonly {
    readonly place: string;
    readonly correlation: string | null;
    readonly trace: string | null;
  }[];
}

/** One idempotency key sent more than once. */
export interface GatewayKey {
  readonly key: string;
  readonly submissions: number;
  readonly actions: number;
  readonly effects: number;
  /** Status of the same key with another body. */
  readonly otherBodyStatus: number;
  readonly otherBodyCode: string | null;
}

/** What was answered before a SIGKILL and after the start that followed it. */
export interface GatewayRestart {
  readonly compared: number;
  /** Paths whose answers differ. */
  readonly differing: readonly string[];
  readonly effectsBefore: number;
  readonly effectsAfter: number;
  readonly ledgerSizeBefore: number;
  readonly ledgerSizeAfter: number;
}

/** `/livez`, `/readyz`, `/metrics`. */
export interface GatewayProbe {
  readonly path: string;
  readonly status: number;
  /** Why the text is not what it should be; empty when it is. */
  readonly problems: readonly string[];
}

/** A number as the drill counted it and as `/metrics` says it. */
export interface GatewayCounter {
  readonly name: string;
  readonly counted: number;
  readonly told: number | null;
}

/** One action over the WebSocket, with a cut in between. */
export interface GatewayStream {
  readonly acknowledged: boolean;
  /** States in the order in which they were told. */
  readonly states: readonly string[];
  /** Ids of the messages after the point of the cut, as first seen and as sent again after resuming. */
  readonly missed: readonly string[];
  readonly resent: readonly string[];
  readonly correlated: boolean;
}
