import type { Exchange, Transport } from "../../load/wire.ts";
import { Addresses } from "./addresses.ts";
import { LinePool } from "./line-pool.ts";
import { targetOf } from "./target.ts";
import type { TransportTerms } from "./transport-terms.ts";
import { connectTimeoutMs } from "./transport-terms.ts";
import { WebSocketLine } from "./websocket-line.ts";

type Headers = readonly (readonly [name: string, value: string])[];

export interface WebSocketTransportTerms extends TransportTerms {
  /** Of the opening request. */
  readonly headers?: Headers;
  /** In place of `url` and `headers`: those of the connection of that number, from 0. */
  readonly opening?: (connection: number) => { readonly url: string; readonly headers: Headers };
  /** Of requests that do not say it themselves; without it the next message is the answer. */
  readonly correlate?: string;
}

/**
 * WebSocket over TCP or TLS. An exchange is one text message, its request's body, and the message that answers it,
 * which counts as status 200 and has no headers. A handshake that is turned down is `no-websocket`.
 */
export function webSocketTransport<Each extends Exchange>(terms: WebSocketTransportTerms): Transport<Each> {
  const { url, tls, timeoutMs, clockUs, headers = [], correlate = null } = terms;
  const { opening = () => ({ url, headers }) } = terms;
  const target = targetOf(url, tls);
  const addresses = new Addresses(target.host);
  let made = 0;
  return new LinePool<Each>({
    makeLine: (owner) => new WebSocketLine({ owner, target, addresses, correlate, ...opening(made++) }),
    timeoutMs,
    connectTimeoutMs: connectTimeoutMs(timeoutMs),
    clockUs,
  });
}
