import type { Entropy } from "@holdpoint/kit";
import { continueTrace, correlate, formatTraceContext, newCorrelationId } from "@holdpoint/kit";
import type { Caller, Principal } from "../contract/principal.ts";

/** What a message, or the upgrade that it came through, says of correlation and trace. */
export interface TraceSource {
  readonly correlationId: string | undefined;
  readonly traceparent: string | undefined;
  readonly tracestate: string | undefined;
}

/**
 * Who asks, and in which trace: what the message says, else what the upgrade said, else new. What is malformed counts
 * as not said.
 */
export function callerOf(
  principal: Principal,
  message: TraceSource,
  upgrade: TraceSource,
  entropy: Entropy,
  nowMs: number,
): Caller {
  const make = (): string => newCorrelationId(nowMs, entropy);
  const { id } = correlate(message.correlationId, () => correlate(upgrade.correlationId, make).id);
  const source = message.traceparent === undefined ? upgrade : message;
  const trace = formatTraceContext(continueTrace(source, entropy));
  return {
    actor: principal.actor,
    roles: principal.roles,
    correlationId: id,
    traceparent: trace.traceparent,
    tracestate: trace.tracestate ?? null,
  };
}
