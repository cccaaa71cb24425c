import { Elapsed } from "../time/elapsed.ts";
import { History } from "./history.ts";
import type { BreakerOptions, CheckedBreakerOptions } from "./options.ts";
import { checkBreakerOptions, sameWindow } from "./options.ts";
import type { OutcomeWindow } from "./outcome-window.ts";
import { outcomeWindow, reachesPercent } from "./outcome-window.ts";
import { Probes } from "./probes.ts";
import type { BreakerSnapshot } from "./snapshot.ts";
import { BREAKER_SNAPSHOT_SCHEMA, continues, readSnapshot } from "./snapshot.ts";
import type {
  Admission,
  BreakerChange,
  BreakerMetrics,
  BreakerState,
  BreakerToken,
  BreakerView,
  CallOutcome,
  Recorded,
  TransitionReason,
} from "./view.ts";
import { percentOf } from "./view.ts";

/** Told of each change of state, in order; what it throws reaches the caller after the change is made. */
export type BreakerListener = (change: BreakerChange) => void;

interface Token extends BreakerToken {
  readonly generation: number;
}

interface Call extends CallOutcome {
  readonly atMs: number;
  readonly slow: boolean;
  readonly probe: boolean;
}

/**
 * A circuit breaker that owns admission: nobody else has to look at its state, and so nobody can keep it from
 * recovering. Closed, it counts outcomes and opens when enough of them are bad or slow. Open, it refuses until its time
 * is over. Half-open, it lets a bounded number of probes through: all good closes it, one bad, slow or stuck one opens
 * it again. Every method takes the present instant and is quick; instants may run backwards.
 *
 * @example
 * const admission = breaker.admit(nowMs);
 * if (!admission.admitted) return tryLater(admission.retryAfterMs);
 * const { ok } = await call();
 * breaker.record(admission.token, { ok, durationMs }, laterMs);
 */
export class Breaker {
  #options: CheckedBreakerOptions;
  readonly #listener: BreakerListener | undefined;
  readonly #time: Elapsed = new Elapsed();
  #window: OutcomeWindow;
  #calls: History<Call>;
  #changes: History<BreakerChange>;
  readonly #probes: Probes = new Probes();
  readonly #live: WeakSet<BreakerToken> = new WeakSet();
  #state: BreakerState = "closed";
  /** Tokens of an earlier one are late. */
  #generation = 0;
  #openedAtMs: number | null = null;
  #openUntil = 0;
  #openMs: number;
  #openings = 0;
  #admitted = 0;
  #refused = 0;
  #late = 0;

  /** @throws HoldpointError `HP-CONFIG-VALUE` for options out of bounds */
  constructor(options: BreakerOptions, listener?: BreakerListener) {
    this.#options = checkBreakerOptions(options);
    this.#listener = listener;
    this.#window = outcomeWindow(this.#options.window);
    this.#calls = new History(this.#options.history);
    this.#changes = new History(this.#options.history);
    this.#openMs = this.#options.openMs;
  }

  /**
   * A breaker that goes on where the snapshot ends. One that cannot be read is not taken for health: the breaker is
   * open for `openMs` and `restored` is false. Probes that ran are forgotten, and the next call is one.
   */
  static restore(
    snapshot: unknown,
    options: BreakerOptions,
    nowMs: number,
    listener?: BreakerListener,
  ): { readonly breaker: Breaker; readonly restored: boolean } {
    const breaker = new Breaker(options, listener);
    const restored = breaker.#take(readSnapshot(snapshot), nowMs);
    if (!restored) breaker.#open("snapshot-unreadable", breaker.#time.advance(nowMs), nowMs);
    return { breaker, restored };
  }

  admit(nowMs: number): Admission {
    const at = this.#advance(nowMs);
    const { probes, probeTimeoutMs } = this.#options;
    const probe = this.#state === "half-open";
    const full = probe && this.#probes.running + this.#probes.succeeded >= probes;
    if (this.#state === "open" || full) {
      this.#refused += 1;
      return { admitted: false, retryAfterMs: this.#retryAfterMs(at), state: this.#state };
    }
    const token: Token = { probe, generation: this.#generation };
    this.#live.add(token);
    if (probe) this.#probes.start(token, at + probeTimeoutMs);
    this.#admitted += 1;
    return { admitted: true, token };
  }

  /** Counts how a call ended. What does not count is told and does no harm. */
  record(token: BreakerToken, outcome: CallOutcome, nowMs: number): Recorded {
    const at = this.#advance(nowMs);
    const standing = this.#end(token);
    if (standing !== "counted") return standing;
    const { ok } = outcome;
    // A duration that is no number is not known to be quick.
    const slow = !(outcome.durationMs < this.#options.slowCallMs);
    const durationMs = Number.isFinite(outcome.durationMs) ? Math.max(0, outcome.durationMs) : this.#options.slowCallMs;
    this.#calls.add({ atMs: wholeMs(nowMs), ok, slow, durationMs, probe: token.probe });
    if (token.probe) this.#judgeProbe(token, ok, slow, at, nowMs);
    else this.#judgeWindow(ok, slow, at, nowMs);
    return "counted";
  }

  /** Gives the right back: neither success nor failure. */
  release(token: BreakerToken): Recorded {
    const standing = this.#end(token);
    if (standing === "counted" && token.probe) this.#probes.release(token);
    return standing;
  }

  /** A person's word that it is well: closed, with nothing counted. */
  reset(nowMs: number): void {
    this.#time.advance(nowMs);
    this.#close("reset", nowMs);
  }

  /**
   * Other options from now on. The calls that were counted stay as far as the window is the same; a wait that has begun
   * is cut to the new longest.
   *
   * @throws HoldpointError `HP-CONFIG-VALUE`, and then the old ones stay
   */
  configure(options: BreakerOptions, nowMs: number): void {
    const checked = checkBreakerOptions(options);
    const at = this.#advance(nowMs);
    const { history, window } = this.#options;
    this.#options = checked;
    if (!sameWindow(window, checked.window)) this.#window = outcomeWindow(checked.window);
    if (history !== checked.history) {
      this.#calls = refill(this.#calls, checked.history);
      this.#changes = refill(this.#changes, checked.history);
    }
    this.#openMs = this.#state === "closed" ? checked.openMs : Math.min(this.#openMs, checked.openMsMax);
    this.#openUntil = Math.min(this.#openUntil, at + this.#openMs);
    // Fewer probes may be asked for than have succeeded; no other call would come to close it.
    if (this.#state === "half-open" && this.#probes.succeeded >= checked.probes) this.#close("probes-succeeded", nowMs);
  }

  snapshot(nowMs: number): BreakerSnapshot {
    const at = this.#advance(nowMs);
    return {
      schema: BREAKER_SNAPSHOT_SCHEMA,
      state: this.#state,
      taken_at: wholeMs(nowMs),
      opened_at: this.#openedAtMs,
      open_left_ms: this.#state === "open" ? this.#openUntil - at : 0,
      open_ms: this.#openMs,
      openings: this.#openings,
      window: this.#options.window,
      outcomes: this.#window.save(at),
    };
  }

  view(nowMs: number): BreakerView {
    const at = this.#advance(nowMs);
    const { calls, failures, slow } = this.#window.totals(at);
    return {
      state: this.#state,
      calls,
      failures,
      slow,
      failure_rate: percentOf(failures, calls),
      slow_rate: percentOf(slow, calls),
      opened_at: this.#openedAtMs,
      retry_after_ms: this.#state === "closed" ? 0 : this.#retryAfterMs(at),
      probes_running: this.#probes.running,
      probes_succeeded: this.#probes.succeeded,
      openings: this.#openings,
      admitted_total: this.#admitted,
      refused_total: this.#refused,
      late_total: this.#late,
    };
  }

  /** The last calls that counted and the last changes of state, at most `lastN` and at most `history` of each. */
  metrics(lastN: number): BreakerMetrics {
    return {
      calls: this.#calls.last(lastN).map(({ atMs, ok, slow, durationMs, probe }) => {
        return { at: atMs, ok, slow, duration_ms: durationMs, probe };
      }),
      transitions: this.#changes.last(lastN).map(({ atMs, from, to, reason }) => ({ at: atMs, from, to, reason })),
    };
  }

  /** What time alone changes: the end of being open, and probes that are stuck. */
  #advance(nowMs: number): number {
    const at = this.#time.advance(nowMs);
    if (this.#state === "open" && at >= this.#openUntil) this.#move("half-open", "open-time-over", nowMs);
    if (this.#state === "half-open" && at >= (this.#probes.firstLimitMs() ?? Infinity)) {
      this.#open("probe-timeout", at, nowMs);
    }
    return at;
  }

  #retryAfterMs(at: number): number {
    const until = this.#state === "open" ? this.#openUntil : (this.#probes.firstLimitMs() ?? at);
    return Math.max(0, until - at);
  }

  #end(token: BreakerToken): Recorded {
    if (!this.#live.delete(token)) return "ended";
    if ((token as Token).generation === this.#generation) return "counted";
    this.#late += 1;
    return "late";
  }

  #judgeWindow(ok: boolean, slow: boolean, at: number, nowMs: number): void {
    this.#window.record(!ok, slow, at);
    const totals = this.#window.totals(at);
    const { minimumCalls, failureRatePercent, slowCallRatePercent } = this.#options;
    if (totals.calls < minimumCalls) return;
    if (reachesPercent(totals.failures, totals.calls, failureRatePercent)) this.#open("failure-rate", at, nowMs);
    else if (reachesPercent(totals.slow, totals.calls, slowCallRatePercent)) this.#open("slow-call-rate", at, nowMs);
  }

  #judgeProbe(token: BreakerToken, ok: boolean, slow: boolean, at: number, nowMs: number): void {
    if (!ok || slow) {
      this.#open(ok ? "probe-slow" : "probe-failed", at, nowMs);
      return;
    }
    this.#probes.succeed(token);
    if (this.#probes.succeeded >= this.#options.probes) this.#close("probes-succeeded", nowMs);
  }

  #open(reason: TransitionReason, at: number, nowMs: number): void {
    const { openMs, openMsMax, openGrowthPercent } = this.#options;
    const grown = Math.floor((this.#openMs * openGrowthPercent) / 100);
    this.#openMs = this.#openings === 0 ? openMs : Math.min(openMsMax, Math.max(openMs, grown));
    this.#openUntil = at + this.#openMs;
    this.#openings += 1;
    this.#openedAtMs = wholeMs(nowMs);
    this.#move("open", reason, nowMs);
  }

  #close(reason: TransitionReason, nowMs: number): void {
    this.#window.clear();
    this.#openings = 0;
    this.#openMs = this.#options.openMs;
    this.#openedAtMs = null;
    this.#move("closed", reason, nowMs);
  }

  #move(to: BreakerState, reason: TransitionReason, nowMs: number): void {
    const change: BreakerChange = { from: this.#state, to, reason, atMs: wholeMs(nowMs) };
    this.#state = to;
    this.#generation += 1;
    this.#probes.clear();
    this.#changes.add(change);
    this.#listener?.(change);
  }

  #take(snapshot: BreakerSnapshot | null, nowMs: number): boolean {
    if (snapshot === null) return false;
    const at = this.#time.advance(nowMs);
    const passedMs = Math.max(0, wholeMs(nowMs) - snapshot.taken_at);
    // A window of other options holds nothing that could be counted on; the state is still true.
    const same = continues(snapshot, this.#options.window);
    if (same && !this.#window.load(snapshot.outcomes, at, passedMs)) return false;
    const { openMs, openMsMax } = this.#options;
    this.#state = snapshot.state === "half-open" ? "open" : snapshot.state;
    this.#openedAtMs = snapshot.opened_at;
    this.#openings = snapshot.openings;
    this.#openMs = snapshot.state === "closed" ? openMs : Math.min(openMsMax, Math.max(1, snapshot.open_ms));
    this.#openUntil = at + Math.min(openMsMax, Math.max(0, snapshot.open_left_ms - passedMs));
    return true;
  }
}

function refill<T>(old: History<T>, entriesMax: number): History<T> {
  const history = new History<T>(entriesMax);
  for (const entry of old.last(entriesMax)) history.add(entry);
  return history;
}

function wholeMs(nowMs: number): number {
  return Number.isFinite(nowMs) ? Math.max(0, Math.floor(nowMs)) : 0;
}
