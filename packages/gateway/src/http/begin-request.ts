import type { Entropy } from "@holdpoint/kit";
import { continueTrace, correlate, formatTraceparent, formatTracestate, newCorrelationId } from "@holdpoint/kit";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Role } from "../contract/principal.ts";
import type { RequestState } from "./request-state.ts";
import { setState } from "./request-state.ts";

const NO_ROLES: ReadonlySet<Role> = new Set();

/** Gives a request its correlation id and its place in a trace, and tells the client of both. */
export function requestBeginner(
  nowMs: () => number,
  entropy: Entropy,
): (request: FastifyRequest, reply: FastifyReply) => RequestState {
  const makeId = (): string => newCorrelationId(nowMs(), entropy);
  return (request, reply) => {
    const { headers } = request;
    const { id, refused } = correlate(headers["x-correlation-id"], makeId);
    const { parent, state: tracestate } = continueTrace(headers as Record<string, string>, entropy);
    const traceparent = formatTraceparent(parent);
    const state: RequestState = {
      caller: {
        actor: "",
        roles: NO_ROLES,
        correlationId: id,
        traceparent,
        tracestate: tracestate.length === 0 ? null : formatTracestate(tracestate),
      },
      correlationRefused: refused,
      failure: null,
      cause: null,
    };
    setState(request, state);
    reply.header("x-correlation-id", id);
    reply.header("traceparent", traceparent);
    reply.header("cache-control", "no-store");
    return state;
  };
}
