import type { Entropy } from "./entropy.ts";
import { childOf, newTrace } from "./trace.ts";
import type { TraceParent } from "./traceparent.ts";
import { formatTraceparent, parseTraceparent } from "./traceparent.ts";
import type { Tracestate } from "./tracestate.ts";
import { formatTracestate, parseTracestate } from "./tracestate.ts";

/** Both headers as Node gives them, or the same members of a message. */
export interface TraceHeaders {
  readonly traceparent?: string | readonly string[] | undefined;
  readonly tracestate?: string | readonly string[] | undefined;
}

export interface TraceContext {
  readonly parent: TraceParent;
  readonly state: Tracestate;
}

/**
 * The caller's context; null where `traceparent` is absent or wrong, and then `tracestate` is not even looked at. A
 * wrong `tracestate` is dropped and does no harm to the trace.
 */
export function parseTraceContext(headers: TraceHeaders): TraceContext | null {
  const parent = parseTraceparent(headers.traceparent);
  return parent === null ? null : { parent, state: parseTracestate(headers.tracestate) ?? [] };
}

/** What we are in that trace: a span of our own in the caller's trace, or in a new one that has no state. */
export function continueTrace(headers: TraceHeaders, entropy: Entropy): TraceContext {
  const context = parseTraceContext(headers);
  if (context === null) return { parent: newTrace(entropy), state: [] };
  return { parent: childOf(context.parent, entropy), state: context.state };
}

/** The headers of a call downstream. */
export function formatTraceContext({ parent, state }: TraceContext): { traceparent: string; tracestate?: string } {
  const tracestate = formatTracestate(state);
  return { traceparent: formatTraceparent(parent), ...(tracestate === null ? {} : { tracestate }) };
}
