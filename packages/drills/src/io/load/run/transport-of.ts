import type { LoadPlan } from "@holdpoint/core";
import { compileOpening } from "../../../load/flow/messages.ts";
import type { WorkerPart } from "../../../load/schedule/arrivals.ts";
import type { Exchange, Transport } from "../../../load/wire.ts";
import { http1Transport } from "../http1-transport.ts";
import { http2Transport } from "../http2-transport.ts";
import type { TransportTerms } from "../transport-terms.ts";
import { webSocketTransport } from "../websocket-transport.ts";

/** Connections that speak the plan's protocol. */
export function transportOf<Each extends Exchange>(
  plan: LoadPlan,
  clockUs: () => number,
  { worker, workers }: WorkerPart = { worker: 0, workers: 1 },
): Transport<Each> {
  const { url, tls, timeoutMs, protocol } = plan;
  const terms: TransportTerms = { url, tls, timeoutMs, clockUs };
  if (protocol === "http1") return http1Transport<Each>(terms);
  if (protocol === "http2") return http2Transport<Each>(terms);
  protocol satisfies "websocket";
  const opening = compileOpening(plan);
  // Dealt out in turn, so that no two connections of a run are the same one's.
  return webSocketTransport<Each>({ ...terms, opening: (own) => opening(own * workers + worker) });
}
