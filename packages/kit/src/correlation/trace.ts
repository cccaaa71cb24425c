import type { Entropy } from "./entropy.ts";
import { randomHex } from "./entropy.ts";
import type { TraceParent } from "./traceparent.ts";
import { TRACE_FLAG_RANDOM, TRACE_FLAG_SAMPLED } from "./traceparent.ts";

const TRACE_ID_BYTES = 16;
const SPAN_ID_BYTES = 8;

/** A trace that was not continued but points to the one it comes from, as a replay does. */
export interface LinkedTrace {
  readonly trace: TraceParent;
  /** The span it comes from, for a span link. */
  readonly link: Pick<TraceParent, "traceId" | "spanId">;
}

/** A trace of its own; all 16 bytes of its id are random, and it says so. */
export function newTrace(entropy: Entropy, sampled: boolean = true): TraceParent {
  return {
    traceId: randomHex(TRACE_ID_BYTES, entropy),
    spanId: randomHex(SPAN_ID_BYTES, entropy),
    flags: TRACE_FLAG_RANDOM | (sampled ? TRACE_FLAG_SAMPLED : 0),
  };
}

/** The next span of the same trace: id and flags of the trace stay as they are, `random-trace-id` too. */
export function childOf(parent: TraceParent, entropy: Entropy): TraceParent {
  return { ...parent, spanId: randomHex(SPAN_ID_BYTES, entropy) };
}

/** A new trace, sampled as the original was, with a link to it. Its `tracestate` begins empty. */
export function linkedTrace(original: TraceParent, entropy: Entropy): LinkedTrace {
  return {
    trace: newTrace(entropy, (original.flags & TRACE_FLAG_SAMPLED) !== 0),
    link: { traceId: original.traceId, spanId: original.spanId },
  };
}
