import type { EngineEnd, EngineTerms, StepExchange } from "./terms.ts";
import { Users } from "./users.ts";
import { Waiting } from "./waiting.ts";

/** Arrivals handed over before answers get their turn. */
const BATCH_MAX = 256;

/** Hands over what is due and what comes after it; knows the time but never waits. The loop around it does. */
export class Dispatcher {
  readonly #terms: EngineTerms;
  readonly #users: Users;
  readonly #waiting: Waiting;
  readonly #figures = { due: 0, dropped: 0, overflowed: 0, waited: 0, queueMaxSeen: 0, opened: 0 };
  #index = 0;
  #inFlight = 0;
  #nextDueUs: number;
  #over = false;

  constructor(terms: EngineTerms) {
    this.#terms = terms;
    this.#users = new Users(terms.closed);
    this.#waiting = new Waiting(terms.queueMax, (intendedUs, index) => terms.makeExchange(intendedUs, index));
    this.#nextDueUs = this.#next();
    terms.transport.onEnd = (exchange, atUs) => this.#ended(exchange, atUs);
    terms.transport.onIdle = () => this.#pump();
  }

  /** When something falls due of itself; Infinity when nothing will. */
  nextAtUs(nowUs: number): number {
    const { startUs } = this.#terms;
    return Math.min(this.#nextDueUs, startUs + this.#users.nextFromUs(nowUs - startUs));
  }

  /** Nothing more will fall due. */
  exhausted(nowUs: number): boolean {
    return this.#nextDueUs === Number.POSITIVE_INFINITY && !this.#users.more(nowUs - this.#terms.startUs);
  }

  /** Nothing waits and nothing is on its way. */
  get quiet(): boolean {
    return this.#inFlight === 0 && this.#waiting.size === 0;
  }

  /** Hands over what is due. @returns false when more is due than one turn takes */
  dispatch(nowUs: number): boolean {
    if (this.#over) return true;
    this.#setOut(nowUs);
    for (let handed = 0; this.#nextDueUs <= nowUs; handed += 1) {
      if (handed === BATCH_MAX) return false;
      const dueUs = this.#nextDueUs;
      this.#nextDueUs = this.#next();
      this.#arrive(dueUs);
    }
    return true;
  }

  /** No more arrivals; what waits or is on its way may come to its end. */
  stop(): void {
    this.#over = true;
    this.#nextDueUs = Number.POSITIVE_INFINITY;
  }

  /** Cuts off what has not ended. */
  finish(aborted: boolean): EngineEnd {
    const { transport, clockUs, recorder } = this.#terms;
    this.stop();
    const unfinished = this.#inFlight;
    transport.onIdle = () => undefined;
    // What is cut off has no next step.
    transport.onEnd = () => undefined;
    if (unfinished > 0) transport.cut();
    this.#inFlight = 0;
    const unsent = this.#waiting.size;
    for (let each = this.#waiting.take(); each !== null; each = this.#waiting.take()) each.unsent(clockUs());
    if (unsent > 0) recorder.queued(0);
    return { aborted, ...this.#figures, unsent, unfinished, endedUs: clockUs() };
  }

  #next(): number {
    const offsetUs = this.#terms.arrivals.next();
    return offsetUs === null ? Number.POSITIVE_INFINITY : this.#terms.startUs + offsetUs;
  }

  #arrive(dueUs: number): void {
    const { transport, recorder, makeExchange, clockUs } = this.#terms;
    const index = this.#index;
    this.#index += 1;
    this.#figures.due += 1;
    recorder.due(dueUs, clockUs() - dueUs);
    if (this.#free()) this.#send(makeExchange(dueUs, index));
    else if (this.#terms.poolFull === "drop") {
      this.#figures.dropped += 1;
      recorder.dropped(dueUs);
    } else if (this.#waiting.arrival(dueUs, index)) {
      this.#nowWaits();
      if (this.#terms.poolFull === "open-more" && transport.open < this.#terms.connectionsMax) {
        this.#figures.opened += 1;
        transport.grow();
      }
    } else {
      this.#figures.overflowed += 1;
      recorder.overflowed(dueUs);
    }
  }

  #free(): boolean {
    return this.#terms.transport.idle > 0 && this.#waiting.size === 0;
  }

  #send(exchange: StepExchange): void {
    this.#inFlight += 1;
    if (this.#terms.transport.send(exchange)) return;
    this.#inFlight -= 1;
    this.#waiting.step(exchange);
    this.#nowWaits();
  }

  #nowWaits(): void {
    const depth = this.#waiting.size;
    this.#figures.waited += 1;
    if (depth > this.#figures.queueMaxSeen) this.#figures.queueMaxSeen = depth;
    this.#terms.recorder.queued(depth);
  }

  /** Sends a step, or lets it wait its turn. */
  #sendOrWait(exchange: StepExchange): void {
    if (this.#free()) {
      this.#send(exchange);
      return;
    }
    this.#waiting.step(exchange);
    this.#nowWaits();
  }

  #pump(): void {
    if (this.#waiting.size === 0) return;
    const { transport, recorder } = this.#terms;
    while (transport.idle > 0) {
      const exchange = this.#waiting.take();
      if (exchange === null) break;
      this.#send(exchange);
    }
    recorder.queued(this.#waiting.size);
  }

  #ended(exchange: StepExchange, atUs: number): void {
    this.#inFlight -= 1;
    const next = exchange.next(atUs);
    this.#users.ended(exchange, next);
    if (this.#waiting.size > 0) this.#pump();
    if (next !== null) this.#sendOrWait(next);
    // An answer is as good a moment as the next tick of the timer.
    this.dispatch(atUs);
  }

  /** Users of the closed model who are free. */
  #setOut(nowUs: number): void {
    const { startUs, makeExchange, recorder, clockUs } = this.#terms;
    const offsetUs = nowUs - startUs;
    for (let free = this.#users.free(offsetUs); free > 0; free -= 1) {
      const exchange = makeExchange(nowUs, this.#index);
      this.#index += 1;
      this.#figures.due += 1;
      recorder.due(nowUs, clockUs() - nowUs);
      this.#users.setsOut(exchange);
      this.#sendOrWait(exchange);
    }
  }
}
