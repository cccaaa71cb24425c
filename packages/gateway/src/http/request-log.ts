import { isSampled, parseTraceparent } from "@holdpoint/kit";
import type { FastifyInstance } from "fastify";
import type { ObserveRequest } from "../metrics/request-metrics.ts";
import { routeOf } from "./add-route.ts";
import type { Log } from "./request-state.ts";
import { stateOf } from "./request-state.ts";

/** One line and one measurement for each answered request; no path, query, body or token is in it. */
export function addRequestLog(app: FastifyInstance, log: Log, observe: ObserveRequest): void {
  app.addHook("onResponse", (request, reply, done) => {
    const state = stateOf(request);
    const route = routeOf(request)?.operationId ?? "none";
    const durationMs = reply.elapsedTime;
    const trace = parseTraceparent(state?.caller.traceparent);
    const traceId = trace?.traceId ?? null;
    observe(route, reply.statusCode, durationMs / 1000, trace !== null && isSampled(trace) ? traceId : null);
    log({
      event: "request",
      correlation_id: state?.caller.correlationId ?? null,
      trace_id: traceId,
      actor: state?.caller.actor ?? null,
      method: request.method,
      route,
      status: reply.statusCode,
      duration_ms: Math.round(durationMs * 1000) / 1000,
      code: state?.failure ?? null,
      cause: state?.cause ?? null,
      correlation_refused: state?.correlationRefused ?? null,
    });
    done();
  });
}
