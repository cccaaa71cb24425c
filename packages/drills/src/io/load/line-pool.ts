import { ATTEMPTS_MAX, ConnectPacer } from "../../load/engine/connect-pacer.ts";
import { LinkedList } from "../../load/engine/linked.ts";
import type { Exchange, Transport, WireAnswer, WireFailure } from "../../load/wire.ts";
import type { Line, LineOwner } from "./line.ts";

export interface PoolTerms<Each extends Exchange> {
  makeLine(owner: LineOwner<Each>): Line<Each>;
  /** Of one exchange, from its actual send. */
  readonly timeoutMs: number;
  readonly connectTimeoutMs: number;
  readonly clockUs: () => number;
}

const MICROSECONDS_PER_MS = 1000;
const TICK_MS_MAX = 10;
const TICKS_PER_TIMEOUT = 20;

/** Lines to one target: which is free, which is due to time out, which is to be opened again and when. */
export class LinePool<Each extends Exchange> implements Transport<Each>, LineOwner<Each> {
  readonly #terms: PoolTerms<Each>;
  readonly #pacer = new ConnectPacer();
  readonly #waiting = new LinkedList<Line<Each>>();
  readonly #opening = new LinkedList<Line<Each>>();
  readonly #idle = new LinkedList<Line<Each>>();
  /** In the order in which they were sent: the first one is the first to time out. */
  readonly #busy = new LinkedList<Line<Each>>();
  /** There is no room for them at the other side. */
  readonly #parked = new LinkedList<Line<Each>>();
  readonly #failures = new Map<WireFailure, number>();
  readonly #ticker: NodeJS.Timeout;
  #first: { left: number; readonly failures: WireFailure[]; readonly done: () => void } | null = null;
  #closed = false;
  #stray = 0;
  #repeated = 0;
  /** Lines in row that were lost before their first answer. */
  #barren = 0;
  onEnd: (exchange: Each, atUs: number) => void = () => undefined;
  onIdle: () => void = () => undefined;

  constructor(terms: PoolTerms<Each>) {
    this.#terms = terms;
    const shortest = Math.min(terms.timeoutMs, terms.connectTimeoutMs) / TICKS_PER_TIMEOUT;
    this.#ticker = setInterval(() => this.#tick(), Math.min(TICK_MS_MAX, Math.max(1, shortest)));
  }

  get open(): number {
    return this.#lines;
  }

  get #lines(): number {
    return this.#waiting.size + this.#opening.size + this.#idle.size + this.#busy.size + this.#parked.size;
  }

  get idle(): number {
    return this.#idle.size;
  }

  get connectFailures(): ReadonlyMap<WireFailure, number> {
    return this.#failures;
  }

  get strayAnswers(): number {
    return this.#stray;
  }

  get repeated(): number {
    return this.#repeated;
  }

  connect(count: number): Promise<readonly WireFailure[]> {
    if (this.#first !== null) throw new RangeError("the connections are being opened already");
    if (count < 1) return Promise.resolve([]);
    return new Promise((resolve) => {
      const failures: WireFailure[] = [];
      const done = (): void => {
        this.#first = null;
        resolve(failures);
      };
      this.#first = { left: count, failures, done };
      for (let made = 0; made < count; made += 1) this.#waiting.push(this.#terms.makeLine(this));
      this.#openWaiting();
    });
  }

  grow(): void {
    this.#waiting.push(this.#terms.makeLine(this));
    this.#openWaiting();
  }

  send(exchange: Each): boolean {
    const line = this.#idle.shift();
    if (line === null) return false;
    line.state = "busy";
    line.exchange = exchange;
    this.#busy.push(line);
    // Read before: however long it takes to hand over, none of it may be missing from the service time.
    line.sinceUs = this.#terms.clockUs();
    line.start(exchange);
    exchange.sent(line.sinceUs);
    return true;
  }

  cut(): void {
    // Those that are busy now: `onEnd` may send the next one.
    for (let left = this.#busy.size; left > 0; left -= 1) this.#breakOff(this.#busy.first, "unfinished");
  }

  close(): Promise<void> {
    if (this.#closed) return Promise.resolve();
    this.#closed = true;
    clearInterval(this.#ticker);
    while (this.#busy.size > 0) this.#breakOff(this.#busy.first, "unfinished");
    for (const list of [this.#idle, this.#opening, this.#waiting, this.#parked]) {
      for (let line = list.shift(); line !== null; line = list.shift()) {
        line.state = "closed";
        line.drop();
      }
    }
    this.#first?.done();
    return Promise.resolve();
  }

  opened(line: Line<Each>): void {
    if (this.#barren <= this.#lines) this.#pacer.succeeded();
    this.#opening.remove(line);
    line.served = 0;
    line.state = "idle";
    this.#idle.push(line);
    this.#firstTried();
    this.#openWaiting();
    this.onIdle();
  }

  lost(line: Line<Each>, failure: WireFailure): void {
    if (line.state === "opening") this.#notOpened(line, failure);
    else if (line.state === "busy") this.#breakOff(line, failure);
    else if (line.state === "idle") {
      this.#idle.remove(line);
      this.#openAgain(line);
    }
  }

  unasked(): void {
    this.#stray += 1;
  }

  strayed(line: Line<Each>): void {
    // Of all that it answered nobody knows to what.
    this.#stray += Math.max(1, line.served);
    this.lost(line, "malformed-answer");
  }

  sentAgain(): void {
    this.#repeated += 1;
  }

  parked(line: Line<Each>): void {
    this.#opening.remove(line);
    line.state = "parked";
    this.#parked.push(line);
    this.#firstTried();
    this.#openWaiting();
  }

  answered(line: Line<Each>, answer: WireAnswer, reusable: boolean): void {
    const { exchange } = line;
    if (exchange === null) return;
    const atUs = this.#terms.clockUs();
    this.#busy.remove(line);
    line.exchange = null;
    line.served += 1;
    if (this.#barren > 0) this.#fruitful();
    exchange.answered(atUs, answer);
    if (reusable) {
      line.state = "idle";
      this.#idle.push(line);
    } else this.#openAgain(line);
    this.onEnd(exchange, atUs);
    if (reusable) this.onIdle();
  }

  #breakOff(line: Line<Each> | null, failure: WireFailure): void {
    const exchange = line?.exchange ?? null;
    if (line === null || exchange === null) return;
    const atUs = this.#terms.clockUs();
    this.#busy.remove(line);
    line.exchange = null;
    exchange.failed(atUs, failure);
    this.#openAgain(line);
    this.onEnd(exchange, atUs);
  }

  #fruitful(): void {
    this.#barren = 0;
    this.#pacer.succeeded();
  }

  #notOpened(line: Line<Each>, failure: WireFailure): void {
    this.#failures.set(failure, (this.#failures.get(failure) ?? 0) + 1);
    this.#pacer.failed(this.#terms.clockUs());
    this.#opening.remove(line);
    line.drop();
    line.state = "waiting";
    this.#waiting.push(line);
    this.#first?.failures.push(failure);
    this.#firstTried();
    this.#openWaiting();
  }

  #openAgain(line: Line<Each>): void {
    line.drop();
    if (this.#closed) {
      line.state = "closed";
      return;
    }
    // A target that takes connections and gives nothing back is as good as dead once each has seen it.
    if (line.served === 0) this.#barren += 1;
    if (line.served === 0 && this.#barren > this.#lines) this.#pacer.failed(this.#terms.clockUs());
    line.state = "waiting";
    this.#waiting.push(line);
    this.#openWaiting();
  }

  /** While the first ones are opened each is tried once; where nobody is there, not all need to find out. */
  #firstTried(): void {
    const first = this.#first;
    if (first === null) return;
    first.left -= 1;
    if (first.left > 0 && this.#pacer.failedInRow >= ATTEMPTS_MAX) {
      const [failure = "connection"] = first.failures.slice(-1);
      while (first.left > 0) {
        first.failures.push(failure);
        first.left -= 1;
      }
    }
    if (first.left <= 0) first.done();
  }

  #openWaiting(): void {
    const first = this.#first;
    const onTheirWay = this.#opening.size;
    let allowed =
      first === null
        ? this.#pacer.allowed(this.#terms.clockUs(), onTheirWay)
        : Math.min(ATTEMPTS_MAX - this.#pacer.failedInRow, first.left) - onTheirWay;
    for (; allowed > 0; allowed -= 1) {
      const line = this.#waiting.shift();
      if (line === null) return;
      line.state = "opening";
      line.sinceUs = this.#terms.clockUs();
      this.#opening.push(line);
      line.open();
    }
  }

  #tick(): void {
    const nowUs = this.#terms.clockUs();
    this.#expire(this.#busy, nowUs - this.#terms.timeoutMs * MICROSECONDS_PER_MS, "timeout");
    this.#expire(this.#opening, nowUs - this.#terms.connectTimeoutMs * MICROSECONDS_PER_MS, "connect-timeout");
    this.#openWaiting();
  }

  #expire(list: LinkedList<Line<Each>>, sinceUs: number, failure: WireFailure): void {
    for (let line = list.first; line !== null && line.sinceUs <= sinceUs; line = list.first) this.lost(line, failure);
  }
}
