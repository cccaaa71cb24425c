import type { Span as OpenTelemetrySpan, SpanContext, Tracer } from "@opentelemetry/api";
import { INVALID_SPAN_CONTEXT, ROOT_CONTEXT, SpanStatusCode, trace } from "@opentelemetry/api";
import type { GatewayStart } from "@holdpoint/gateway";

type Tracing = NonNullable<GatewayStart["tracing"]>;
type Span = NonNullable<ReturnType<Tracing["span"]>>;

const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/** The gateway's spans as spans of OpenTelemetry's API, made by hand. */
export function openTelemetryTracing(tracer: Tracer): Tracing {
  return {
    span: ({ name, parent, link, attributes }) => {
      const above = trace.setSpanContext(ROOT_CONTEXT, contextOf(parent));
      const links = link === undefined ? [] : [{ context: contextOf(link) }];
      return spanOf(tracer.startSpan(name, { attributes, links }, above));
    },
  };
}

function spanOf(span: OpenTelemetrySpan): Span {
  return {
    traceparent: traceparentOf(span.spanContext()),
    end: ({ ok, attributes }) => {
      if (attributes !== undefined) span.setAttributes(attributes);
      span.setStatus({ code: ok ? SpanStatusCode.OK : SpanStatusCode.ERROR });
      span.end();
    },
  };
}

function contextOf(traceparent: string): SpanContext {
  const [, traceId, spanId, flags] = TRACEPARENT.exec(traceparent) ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return INVALID_SPAN_CONTEXT;
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true };
}

function traceparentOf({ traceId, spanId, traceFlags }: SpanContext): string {
  return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, "0")}`;
}
