/** One request with all texts filled in. */
export interface WireRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer | null;
  /** The whole of it as HTTP/1.1 sends it; made once for a request that is always the same. */
  readonly http1: Buffer;
}

/** How an exchange ends that has no answer. */
export type WireFailure =
  | "dns"
  | "refused"
  | "connect-timeout"
  | "tls"
  | "reset"
  | "closed-early"
  | "timeout"
  | "malformed-answer"
  | "answer-too-large"
  | "connection";

export interface WireAnswer {
  readonly status: number;
  readonly bodyBytes: number;
  /** Names in lower case; null unless they were to be kept. */
  readonly headers: ReadonlyMap<string, string> | null;
  /** Null unless it was to be kept. */
  readonly body: Buffer | null;
}

/** One step of one arrival on its way. Exactly one of `answered` and `failed` is called, once, after `sent`. */
export interface Exchange {
  readonly request: WireRequest;
  readonly keep: "nothing" | "headers" | "all";
  /** The last byte was handed to the socket; microseconds of the run's clock. */
  sent(atUs: number): void;
  answered(atUs: number, answer: WireAnswer): void;
  failed(atUs: number, failure: WireFailure): void;
}

/** Connections to one target. Knows nothing of schedules. */
export interface Transport {
  readonly open: number;
  readonly idle: number;
  /** Opens so many; what cannot be opened is told with its failure, the rest stay. */
  connect(count: number): Promise<readonly WireFailure[]>;
  /** On an idle connection, now; false when there is none. A closed connection is opened again by itself. */
  send(exchange: Exchange): boolean;
  /** Called after a connection became idle. */
  onIdle: () => void;
  /** Opens one more for `open-more`; counts as `open` at once, idle when connected. */
  grow(): void;
  close(): Promise<void>;
}
