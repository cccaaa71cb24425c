/** A span that was begun by hand; `end` is called once. */
export interface Span {
  /** W3C traceparent of this span, for what is called inside it. */
  readonly traceparent: string;
  end(outcome: {
    readonly ok: boolean;
    readonly attributes?: Readonly<Record<string, string | number | boolean>>;
  }): void;
}

export interface SpanTerms {
  readonly name: string;
  /** Traceparent of the parent. */
  readonly parent: string;
  /** Traceparent of a span in another trace that this one comes from, as a replay's. */
  readonly link?: string;
  readonly attributes: Readonly<Record<string, string | number | boolean>>;
}

/** Where spans go. Nothing is patched: whatever is traced says so itself. */
export interface Tracing {
  /** Null when this span is not recorded; the trace context goes on all the same. */
  span(terms: SpanTerms): Span | null;
}

export const NO_TRACING: Tracing = { span: () => null };
