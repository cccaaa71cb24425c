import type { Exchange, Transport } from "../../load/wire.ts";
import { Addresses } from "./addresses.ts";
import { Http1Line } from "./http1-line.ts";
import { LinePool } from "./line-pool.ts";
import { targetOf } from "./target.ts";
import type { TransportTerms } from "./transport-terms.ts";
import { connectTimeoutMs } from "./transport-terms.ts";

/** HTTP/1.1 over TCP or TLS: one exchange at a time on each connection. */
export function http1Transport<Each extends Exchange>(terms: TransportTerms): Transport<Each> {
  const { url, tls, timeoutMs, clockUs } = terms;
  const target = targetOf(url, tls);
  const addresses = new Addresses(target.host);
  return new LinePool<Each>({
    makeLine: (owner) => new Http1Line(owner, target, addresses),
    timeoutMs,
    connectTimeoutMs: connectTimeoutMs(timeoutMs),
    clockUs,
  });
}
