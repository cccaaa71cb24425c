import type { ClientHttp2Stream, OutgoingHttpHeaders } from "node:http2";
import { constants } from "node:http2";
import { KeptBody } from "../../load/http1/kept-body.ts";
import { HTTP1_LIMITS } from "../../load/http1/limits.ts";
import type { Exchange, WireFailure } from "../../load/wire.ts";
import type { Http2Session, SessionUser } from "./http2-session.ts";
import type { LineOwner } from "./line.ts";
import { Line } from "./line.ts";

const { NGHTTP2_CANCEL, NGHTTP2_NO_ERROR, NGHTTP2_PROTOCOL_ERROR } = constants;

/** A place for one stream at a time on a session that it shares. */
export class Http2Line<Each extends Exchange> extends Line<Each> implements SessionUser {
  readonly #owner: LineOwner<Each>;
  readonly #session: Http2Session;
  readonly #headersOf: (exchange: Each) => OutgoingHttpHeaders;
  readonly #kept = new KeptBody(HTTP1_LIMITS);
  #stream: ClientHttp2Stream | null = null;
  #retired = false;

  constructor(owner: LineOwner<Each>, session: Http2Session, headersOf: (exchange: Each) => OutgoingHttpHeaders) {
    super();
    this.#owner = owner;
    this.#session = session;
    this.#headersOf = headersOf;
  }

  override open(): void {
    this.#retired = false;
    this.#session.join(this);
  }

  override start(exchange: Each): void {
    const { body } = exchange.request;
    try {
      const stream = this.#session.request(this.#headersOf(exchange), body === null);
      this.#stream = stream;
      this.#listen(stream, exchange);
      if (body !== null) stream.end(body);
    } catch {
      // The session is on its way out; that is told after `sent`.
      queueMicrotask(() => this.#lost(exchange, "closed-early"));
    }
  }

  override drop(): void {
    const stream = this.#stream;
    this.#stream = null;
    this.#session.leave(this);
    stream?.on("error", () => undefined);
    stream?.close(NGHTTP2_CANCEL);
  }

  ready(): void {
    if (this.state === "opening") this.#owner.opened(this);
  }

  gone(failure: WireFailure): void {
    this.#owner.lost(this, failure);
  }

  retired(): void {
    if (this.state === "busy") this.#retired = true;
    else this.#owner.lost(this, "closed-early");
  }

  #lost(exchange: Each, failure: WireFailure): void {
    if (this.exchange === exchange) this.#owner.lost(this, failure);
  }

  #listen(stream: ClientHttp2Stream, exchange: Each): void {
    let status = 0;
    let headers: ReadonlyMap<string, string> | null = null;
    this.#kept.start(exchange.keep === "all");
    stream.on("response", (answer) => {
      status = answer[":status"] ?? 0;
      if (exchange.keep !== "nothing") headers = headerMap(answer);
    });
    stream.on("data", (bytes: Buffer) => {
      if (stream !== this.#stream) return;
      if (this.#kept.take(bytes, 0, bytes.length) !== null) this.#lost(exchange, "answer-too-large");
    });
    stream.on("end", () => {
      if (stream !== this.#stream || status === 0 || stream.rstCode !== NGHTTP2_NO_ERROR) return;
      this.#stream = null;
      const { bytes: bodyBytes, whole: body } = this.#kept;
      this.#owner.answered(this, { status, bodyBytes, headers, body }, !this.#retired);
    });
    stream.on("error", () => undefined);
    stream.on("close", () => {
      if (stream === this.#stream) this.#lost(exchange, failureOf(stream.rstCode));
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
