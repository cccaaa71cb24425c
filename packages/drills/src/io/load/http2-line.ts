import type { ClientHttp2Stream, OutgoingHttpHeaders } from "node:http2";
import { constants } from "node:http2";
import { KeptBody } from "../../load/http1/kept-body.ts";
import { HTTP1_LIMITS } from "../../load/http1/limits.ts";
import { keepsBody, keepsHeaders } from "../../load/keep.ts";
import type { Exchange, WireFailure } from "../../load/wire.ts";
import type { Http2Session, SessionUser } from "./http2-session.ts";
import type { LineOwner } from "./line.ts";
import { Line } from "./line.ts";

const { NGHTTP2_CANCEL, NGHTTP2_NO_ERROR, NGHTTP2_PROTOCOL_ERROR, NGHTTP2_REFUSED_STREAM } = constants;
/** Sessions that one exchange is tried on, also where they end before it was sent. */
const SESSIONS_MAX = 3;

/** A place for one stream at a time on a session that it shares. */
export class Http2Line<Each extends Exchange> extends Line<Each> implements SessionUser {
  readonly #owner: LineOwner<Each>;
  readonly #session: Http2Session;
  readonly #headersOf: (exchange: Each) => OutgoingHttpHeaders;
  readonly #kept = new KeptBody(HTTP1_LIMITS);
  #stream: ClientHttp2Stream | null = null;
  /** Of the session that said good-bye; null while it takes new streams. */
  #lastStreamId: number | null = null;
  /** Waits for a session that takes it. */
  #unsent: Each | null = null;
  #refusals = 0;
  #sessions = 0;

  constructor(owner: LineOwner<Each>, session: Http2Session, headersOf: (exchange: Each) => OutgoingHttpHeaders) {
    super();
    this.#owner = owner;
    this.#session = session;
    this.#headersOf = headersOf;
  }

  override open(): void {
    this.#session.join(this);
  }

  override start(exchange: Each): void {
    this.#refusals = 0;
    this.#sessions = 1;
    this.#send(exchange);
  }

  override drop(): void {
    const stream = this.#stream;
    this.#stream = null;
    this.#unsent = null;
    this.#session.leave(this);
    stream?.on("error", () => undefined);
    stream?.close(NGHTTP2_CANCEL);
  }

  ready(): void {
    if (this.state === "opening") {
      this.#lastStreamId = null;
      this.#owner.opened(this);
    } else if (this.#unsent !== null) {
      if (this.#refusals > 0) this.#owner.sentAgain();
      this.#send(this.#unsent);
    }
  }

  full(): void {
    if (this.state === "opening") this.#owner.parked(this);
    else this.#owner.lost(this, "refused-stream");
  }

  gone(failure: WireFailure): void {
    this.#owner.lost(this, failure);
  }

  retired(lastStreamId: number): void {
    if (this.#unsent !== null) this.#again(this.#unsent, false);
    else if (this.state === "busy") this.#lastStreamId = lastStreamId;
    else this.#owner.lost(this, "closed-early");
  }

  #send(exchange: Each): void {
    const { body } = exchange.request;
    this.#unsent = null;
    this.#lastStreamId = null;
    try {
      const stream = this.#session.request(this.#headersOf(exchange), body === null);
      this.#stream = stream;
      // Told after `sent`.
      if (stream === null) queueMicrotask(() => this.#again(exchange, false));
      else {
        this.#listen(stream, exchange);
        if (body !== null) stream.end(body);
      }
    } catch {
      queueMicrotask(() => this.#lost(exchange, "closed-early"));
    }
  }

  /** What was not looked at may go out once more, whatever its method is (RFC 9113 section 8.7); the clocks go on. */
  #again(exchange: Each, isRefused: boolean): void {
    if (this.exchange !== exchange) return;
    this.#stream = null;
    this.#unsent = null;
    this.#sessions += 1;
    if (isRefused) this.#refusals += 1;
    if (this.#refusals > 1 || this.#sessions > SESSIONS_MAX) this.#owner.lost(this, "refused-stream");
    else {
      this.#unsent = exchange;
      this.#session.join(this);
    }
  }

  /** The other side has neither seen it nor will it, or says that it did nothing with it. */
  #isUnprocessed({ id, rstCode }: ClientHttp2Stream): boolean {
    if (id === undefined || rstCode === NGHTTP2_REFUSED_STREAM) return true;
    return this.#lastStreamId !== null && id > this.#lastStreamId;
  }

  #lost(exchange: Each, failure: WireFailure): void {
    if (this.exchange === exchange) this.#owner.lost(this, failure);
  }

  #listen(stream: ClientHttp2Stream, exchange: Each): void {
    let status = 0;
    let headers: ReadonlyMap<string, string> | null = null;
    this.#kept.start(keepsBody(exchange.keep));
    stream.on("response", (answer) => {
      status = answer[":status"] ?? 0;
      if (keepsHeaders(exchange.keep)) headers = headerMap(answer);
    });
    stream.on("data", (bytes: Buffer) => {
      if (stream !== this.#stream) return;
      if (this.#kept.take(bytes, 0, bytes.length) !== null) this.#lost(exchange, "answer-too-large");
    });
    stream.on("end", () => {
      if (stream !== this.#stream || status === 0 || stream.rstCode !== NGHTTP2_NO_ERROR) return;
      this.#stream = null;
      const { bytes: bodyBytes, whole: body } = this.#kept;
      this.#owner.answered(this, { status, bodyBytes, headers, body }, this.#lastStreamId === null);
    });
    stream.on("error", () => undefined);
    stream.on("close", () => {
      if (stream !== this.#stream) return;
      if (status === 0 && this.#isUnprocessed(stream)) this.#again(exchange, stream.id !== undefined);
      else this.#lost(exchange, failureOf(stream.rstCode));
    });
  }
}

function failureOf(code: number | undefined): WireFailure {
  if (code === NGHTTP2_PROTOCOL_ERROR) return "malformed-answer";
  // Node's own word for the streams of a connection that ended is CANCEL.
  return code === NGHTTP2_NO_ERROR || code === NGHTTP2_CANCEL || code === undefined ? "closed-early" : "reset";
}

function headerMap(headers: Readonly<Record<string, string | string[] | number | undefined>>): Map<string, string> {
  const map = new Map<string, string>();
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || name.startsWith(":")) continue;
    map.set(name, Array.isArray(value) ? value.join(", ") : String(value));
  }
  return map;
}
