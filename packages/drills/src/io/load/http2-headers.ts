import type { OutgoingHttpHeaders } from "node:http2";
import type { WireRequest } from "../../load/wire.ts";

/** Of one connection in HTTP/1.1; forbidden here (RFC 9113 section 8.2.2). `host` is `:authority`. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  "connection",
  "host",
  "http2-settings",
  "keep-alive",
  "proxy-connection",
  "transfer-encoding",
  "upgrade",
]);

/** A request's headers as HTTP/2 has them; several of one name stay apart. */
export function http2Headers(request: WireRequest, url: URL): OutgoingHttpHeaders {
  const headers: Record<string, string | string[]> = {};
  let authority = url.host;
  for (const [name, value] of request.headers) {
    const lower = name.toLowerCase();
    if (lower === "host") authority = value;
    if (LEFT_OUT.has(lower)) continue;
    const before = headers[lower];
    headers[lower] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
  }
  const scheme = url.protocol === "https:" ? "https" : "http";
  return { ...headers, ":method": request.method, ":path": request.path, ":scheme": scheme, ":authority": authority };
}
