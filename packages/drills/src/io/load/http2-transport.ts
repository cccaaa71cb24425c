import type { OutgoingHttpHeaders } from "node:http2";
import type { Exchange, Transport, WireFailure, WireRequest } from "../../load/wire.ts";
import { Addresses } from "./addresses.ts";
import { http2Headers } from "./http2-headers.ts";
import { Http2Line } from "./http2-line.ts";
import { Http2Session } from "./http2-session.ts";
import type { Line, LineOwner } from "./line.ts";
import { LinePool } from "./line-pool.ts";
import { targetOf } from "./target.ts";
import type { TransportTerms } from "./transport-terms.ts";
import { connectTimeoutMs } from "./transport-terms.ts";

export interface Http2TransportTerms extends TransportTerms {
  /** At a time on each connection; the other side may take fewer, and then the rest waits within the connection. */
  readonly streamsMax?: number;
}

/** What RFC 9113 section 6.5.2 wants every server to take. */
const STREAMS_MAX = 100;

/**
 * HTTP/2 over TLS (ALPN `h2`) or TCP (prior knowledge). A connection carries many exchanges at a time, so `idle` counts
 * free streams and `open` connections.
 */
export function http2Transport<Each extends Exchange>(terms: Http2TransportTerms): Transport<Each> {
  return new Http2Transport<Each>(terms);
}

class Http2Transport<Each extends Exchange> extends LinePool<Each> {
  readonly #streamsMax: number;
  readonly #failures: ReadonlyMap<WireFailure, number>;

  constructor({ url, tls, timeoutMs, clockUs, streamsMax = STREAMS_MAX }: Http2TransportTerms) {
    const target = targetOf(url, tls);
    const origin = new URL(url);
    const addresses = new Addresses(target.host);
    // A request that is always the same has its headers made once.
    const made = new WeakMap<WireRequest, OutgoingHttpHeaders>();
    const headersOf = ({ request }: Each): OutgoingHttpHeaders => {
      const known = made.get(request) ?? http2Headers(request, origin);
      made.set(request, known);
      return known;
    };
    const failures = new Map<WireFailure, number>();
    const makeSession = (): Http2Session =>
      new Http2Session(origin.origin, target, addresses, (failure) => {
        failures.set(failure, (failures.get(failure) ?? 0) + 1);
      });
    let lines = 0;
    let session = makeSession();
    const makeLine = (owner: LineOwner<Each>): Line<Each> => {
      if (lines > 0 && lines % streamsMax === 0) session = makeSession();
      lines += 1;
      return new Http2Line(owner, session, headersOf);
    };
    super({ makeLine, timeoutMs, connectTimeoutMs: connectTimeoutMs(timeoutMs), clockUs });
    this.#streamsMax = streamsMax;
    this.#failures = failures;
  }

  /** Of connections, not of the streams that waited for one. */
  override get connectFailures(): ReadonlyMap<WireFailure, number> {
    return this.#failures;
  }

  override get open(): number {
    return Math.ceil(super.open / this.#streamsMax);
  }

  override async connect(count: number): Promise<readonly WireFailure[]> {
    const failures = await super.connect(count * this.#streamsMax);
    return failures.filter((_, index) => index % this.#streamsMax === 0);
  }

  override grow(): void {
    for (let line = 0; line < this.#streamsMax; line += 1) super.grow();
  }
}
