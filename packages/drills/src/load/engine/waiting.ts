import { PairRing } from "./ring.ts";
import type { StepExchange } from "./terms.ts";

const COMPACT_FROM = 1024;

/**
 * What waits for a connection, first intended first out. Arrivals wait as two numbers: their exchange is made when it
 * is sent. Steps have been made by the step before; there are never more of them than there were arrivals and
 * connections.
 */
export class Waiting {
  readonly #arrivals: PairRing;
  readonly #make: (intendedUs: number, index: number) => StepExchange;
  #steps: StepExchange[] = [];
  #stepsHead = 0;

  constructor(max: number, make: (intendedUs: number, index: number) => StepExchange) {
    this.#arrivals = new PairRing(max);
    this.#make = make;
  }

  get size(): number {
    return this.#arrivals.size + this.#steps.length - this.#stepsHead;
  }

  /** @returns false when it is full */
  arrival(intendedUs: number, index: number): boolean {
    return this.#arrivals.push(intendedUs, index);
  }

  step(exchange: StepExchange): void {
    this.#steps.push(exchange);
  }

  take(): StepExchange | null {
    const step = this.#steps[this.#stepsHead];
    const intendedUs = this.#arrivals.first;
    // NaN, where no arrival waits, is not earlier.
    if (step !== undefined && !(intendedUs <= step.intendedUs)) {
      this.#shiftStep();
      return step;
    }
    if (this.#arrivals.size === 0) return null;
    const index = this.#arrivals.second;
    this.#arrivals.shift();
    return this.#make(intendedUs, index);
  }

  #shiftStep(): void {
    this.#stepsHead += 1;
    if (this.#stepsHead < COMPACT_FROM && this.#stepsHead < this.#steps.length) return;
    this.#steps = this.#steps.slice(this.#stepsHead);
    this.#stepsHead = 0;
  }
}
