import type { ClosedSpan, StepExchange } from "./terms.ts";

/** Who of the closed model is under way, and how many more may set out now. */
export class Users {
  readonly #spans: readonly ClosedSpan[];
  readonly #onTheirWay = new Set<StepExchange>();
  #at = 0;

  /** @param spans in order, without overlap */
  constructor(spans: readonly ClosedSpan[]) {
    this.#spans = spans;
  }

  /** Some span has not ended by then. */
  more(offsetUs: number): boolean {
    return this.#span(offsetUs) !== null;
  }

  /** When the next span begins; Infinity when none is left, and within one: there it is answers that let users go. */
  nextFromUs(offsetUs: number): number {
    const fromUs = this.#span(offsetUs)?.fromUs ?? Number.POSITIVE_INFINITY;
    return fromUs > offsetUs ? fromUs : Number.POSITIVE_INFINITY;
  }

  /** How many may set out. */
  free(offsetUs: number): number {
    const span = this.#span(offsetUs);
    if (span === null || offsetUs < span.fromUs) return 0;
    return Math.max(0, span.users - this.#onTheirWay.size);
  }

  setsOut(exchange: StepExchange): void {
    this.#onTheirWay.add(exchange);
  }

  /** @param next the user's next step, or null when the flow is over */
  ended(exchange: StepExchange, next: StepExchange | null): void {
    if (this.#onTheirWay.delete(exchange) && next !== null) this.#onTheirWay.add(next);
  }

  #span(offsetUs: number): ClosedSpan | null {
    for (; this.#at < this.#spans.length; this.#at += 1) {
      const span = this.#spans[this.#at];
      if (span !== undefined && offsetUs < span.untilUs) return span;
    }
    return null;
  }
}
