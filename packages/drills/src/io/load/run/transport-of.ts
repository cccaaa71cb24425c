import type { LoadPlan } from "@holdpoint/core";
import { joinPath, targetOf } from "../../../load/flow/target.ts";
import type { Exchange, Transport } from "../../../load/wire.ts";
import { http1Transport } from "../http1-transport.ts";
import { http2Transport } from "../http2-transport.ts";
import type { TransportTerms } from "../transport-terms.ts";
import { webSocketTransport } from "../websocket-transport.ts";

/** Connections that speak the plan's protocol. */
export function transportOf<Each extends Exchange>(plan: LoadPlan, clockUs: () => number): Transport<Each> {
  const { url, tls, timeoutMs, protocol } = plan;
  const terms: TransportTerms = { url, tls, timeoutMs, clockUs };
  if (protocol === "http1") return http1Transport<Each>(terms);
  if (protocol === "http2") return http2Transport<Each>(terms);
  protocol satisfies "websocket";
  // Messages have neither path nor headers: those of the first step are the opening request's.
  const opening = plan.flows[0]?.steps[0];
  const where = new URL(joinPath(targetOf(url), opening?.path ?? ""), url);
  return webSocketTransport<Each>({ ...terms, url: where.href, headers: opening?.headers ?? [] });
}
