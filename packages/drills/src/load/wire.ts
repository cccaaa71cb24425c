import type { Keep } from "./keep.ts";

/** One request with all texts filled in. */
export interface WireRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer | null;
  /** The whole of it as HTTP/1.1 sends it; made once for a request that is always the same. */
  readonly http1: Buffer;
  /** WebSocket: member of a JSON message by which its answer is known; without it the next message answers. */
  readonly correlate?: string;
}

/** How an exchange ends that has no answer; `unfinished` was cut off by the end of the run. */
export type WireFailure =
  | "dns"
  | "refused"
  /** HTTP/2: the other side said twice that it had not looked at it (RFC 9113 section 8.7). */
  | "refused-stream"
  | "connect-timeout"
  | "tls"
  | "tls-expired"
  | "tls-wrong-name"
  /** Nobody who is trusted vouches for the certificate. */
  | "tls-untrusted"
  /** The other side does not speak over TLS what was asked for (ALPN). */
  | "tls-no-protocol"
  /** The opening handshake of a WebSocket was turned down. */
  | "no-websocket"
  | "reset"
  | "closed-early"
  | "timeout"
  | "malformed-answer"
  | "answer-too-large"
  | "unfinished"
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
  readonly keep: Keep;
  /** It was handed to the socket from then on; microseconds of the run's clock. */
  sent(atUs: number): void;
  answered(atUs: number, answer: WireAnswer): void;
  failed(atUs: number, failure: WireFailure): void;
}

/** Connections to one target. Knows nothing of schedules. */
export interface Transport<Each extends Exchange = Exchange> {
  readonly open: number;
  readonly idle: number;
  /** Failed attempts to connect by kind, since the start. */
  readonly connectFailures: ReadonlyMap<WireFailure, number>;
  /**
   * Answers that may be another one's, because something came in while nothing was asked: in HTTP/1.1 all of that
   * connection, which is closed.
   */
  readonly strayAnswers: number;
  /** Requests that the other side had not looked at and said so, and that were sent a second time. */
  readonly repeated: number;
  /** Opens so many; what cannot be opened is told with its failure, the rest stay and are tried again. */
  connect(count: number): Promise<readonly WireFailure[]>;
  /** On an idle connection, now; false when there is none. A closed connection is opened again by itself. */
  send(exchange: Each): boolean;
  /** Called after `answered` or `failed` of an exchange, before `onIdle`; never from within `send`. */
  onEnd: (exchange: Each, atUs: number) => void;
  /** Called after a connection became idle. */
  onIdle: () => void;
  /** Opens one more for `open-more`; counts as `open` at once, idle when connected. */
  grow(): void;
  /** Fails what is on its way as `unfinished`; its connections are opened again. */
  cut(): void;
  /** Fails what is on its way as `unfinished`, closes everything. */
  close(): Promise<void>;
}
