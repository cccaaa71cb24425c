import type { Transport, WireAnswer, WireFailure, WireRequest } from "../wire.ts";
import type { EngineEnd, EngineTerms, StepExchange } from "./terms.ts";

const REQUEST: WireRequest = { method: "GET", path: "/", headers: [], body: null, http1: Buffer.alloc(0) };

/** An exchange that keeps what it was told. */
export class FakeExchange implements StepExchange {
  readonly request: WireRequest = REQUEST;
  readonly keep = "nothing";
  readonly intendedUs: number;
  readonly index: number;
  readonly told: string[] = [];
  sentUs: number | null = null;
  endedUs: number | null = null;
  following: (atUs: number) => FakeExchange | null = () => null;

  constructor(intendedUs: number, index: number) {
    this.intendedUs = intendedUs;
    this.index = index;
  }

  sent(atUs: number): void {
    this.told.push("sent");
    this.sentUs = atUs;
  }

  answered(atUs: number, answer: WireAnswer): void {
    this.told.push(`answered ${answer.status}`);
    this.endedUs = atUs;
  }

  failed(atUs: number, failure: WireFailure): void {
    this.told.push(`failed ${failure}`);
    this.endedUs = atUs;
  }

  unsent(atUs: number): void {
    this.told.push("unsent");
    this.endedUs = atUs;
  }

  next(atUs: number): FakeExchange | null {
    return this.following(atUs);
  }
}

/** Connections that answer when they are told to, on a clock that stands still otherwise. */
export class FakeTransport implements Transport<StepExchange> {
  readonly connectFailures: ReadonlyMap<WireFailure, number> = new Map();
  readonly strayAnswers = 0;
  readonly repeated = 0;
  readonly onTheirWay: StepExchange[] = [];
  nowUs = 0;
  open: number;
  opening = 0;
  onEnd: (exchange: StepExchange, atUs: number) => void = () => undefined;
  onIdle: () => void = () => undefined;

  constructor(open: number) {
    this.open = open;
  }

  get idle(): number {
    return this.open - this.opening - this.onTheirWay.length;
  }

  connect(): Promise<readonly WireFailure[]> {
    return Promise.resolve([]);
  }

  send(exchange: StepExchange): boolean {
    if (this.idle === 0) return false;
    this.onTheirWay.push(exchange);
    exchange.sent(this.nowUs);
    return true;
  }

  grow(): void {
    this.open += 1;
    this.opening += 1;
  }

  opened(): void {
    this.opening -= 1;
    this.onIdle();
  }

  /** The one that was sent first is answered, or fails. */
  end(failure: WireFailure | null = null): void {
    const exchange = this.onTheirWay.shift();
    if (exchange === undefined) throw new RangeError("nothing is on its way");
    if (failure !== null) exchange.failed(this.nowUs, failure);
    else exchange.answered(this.nowUs, { status: 200, bodyBytes: 0, headers: null, body: null });
    this.onEnd(exchange, this.nowUs);
    this.onIdle();
  }

  cut(): void {
    for (const exchange of this.onTheirWay.splice(0)) exchange.failed(this.nowUs, "unfinished");
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

/** What a recorder was told. */
export interface Told {
  readonly due: number[];
  readonly lags: number[];
  readonly dropped: number[];
  readonly overflowed: number[];
  readonly depths: number[];
}

export interface FakeRun {
  readonly terms: EngineTerms;
  readonly transport: FakeTransport;
  readonly exchanges: FakeExchange[];
  readonly told: Told;
}

/** Terms of a run over so many connections whose arrivals are due at these offsets. */
export function fakeRun(connections: number, offsetsUs: readonly number[], terms: Partial<EngineTerms> = {}): FakeRun {
  const transport = new FakeTransport(connections);
  const exchanges: FakeExchange[] = [];
  const told: Told = { due: [], lags: [], dropped: [], overflowed: [], depths: [] };
  let next = 0;
  return {
    transport,
    exchanges,
    told,
    terms: {
      transport,
      startUs: 0,
      arrivals: { next: () => offsetsUs[next++] ?? null },
      closed: [],
      makeExchange: (intendedUs, index) => {
        const exchange = new FakeExchange(intendedUs, index);
        exchanges.push(exchange);
        return exchange;
      },
      poolFull: "queue",
      queueMax: 1000,
      connectionsMax: connections,
      pacing: "economical",
      drainMs: 100,
      recorder: {
        due: (dueUs, lagUs) => {
          told.due.push(dueUs);
          told.lags.push(lagUs);
        },
        dropped: (dueUs) => told.dropped.push(dueUs),
        overflowed: (dueUs) => told.overflowed.push(dueUs),
        queued: (depth) => told.depths.push(depth),
      },
      signal: new AbortController().signal,
      clockUs: () => transport.nowUs,
      ...terms,
    },
  };
}

/** An end in which nothing happened, with what did. */
export function endOf(end: Partial<EngineEnd>): EngineEnd {
  const none = { due: 0, dropped: 0, overflowed: 0, waited: 0, queueMaxSeen: 0, opened: 0, unsent: 0, unfinished: 0 };
  return { aborted: false, ...none, endedUs: 0, ...end };
}
