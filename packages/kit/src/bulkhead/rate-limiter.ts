import { boundedInteger } from "../bounds/bounded-integer.ts";
import { Elapsed } from "../time/elapsed.ts";

export interface RateLimit {
  /** Tokens that come back in each period. */
  readonly tokens: number;
  /** Default 1000: tokens per second. */
  readonly periodMs?: number;
  /** Tokens of a full bucket: what may be taken at once. */
  readonly burst: number;
  /** Buckets that are kept; default 10 000. */
  readonly keysMax?: number;
}

export type RateAnswer = { readonly ok: true } | { readonly ok: false; readonly retryAfterMs: number };

/** JSON; totals count since it was made. */
export type RateLimiterView = {
  readonly keys: number;
  readonly allowed_total: number;
  readonly refused_total: number;
  /** Of the refused, those for which there was no room to keep another bucket. */
  readonly no_room_total: number;
};

export const RATE_TOKENS_MAX = 100_000;
export const RATE_PERIOD_MS_MAX = 86_400_000;
export const RATE_KEYS_MAX = 1_000_000;

/** How many of the buckets that were untouched the longest are looked at to make room. */
const LOOKED_AT_MAX = 16;

/**
 * A token bucket per key, exact in whole numbers. The number of buckets is bounded, and only a full one makes room for
 * another, which changes nothing for its key: flooding the limiter with keys gives nobody a fresh bucket.
 *
 * A bucket is one number, the instant at which it will be full (the "theoretical arrival time" of GCRA, ITU-T I.371),
 * in units of 1/tokens ms, in which a token takes `periodMs` units.
 *
 * @example
 * const limiter = new RateLimiter({ tokens: 10, burst: 20 });
 * limiter.take("alice", nowMs); // { ok: true }
 */
export class RateLimiter {
  readonly #time: Elapsed = new Elapsed();
  /** Least recently used first. */
  readonly #fullAt: Map<string, number> = new Map();
  #limit: Required<RateLimit>;
  #allowed = 0;
  #refused = 0;
  #noRoom = 0;

  /** @throws HoldpointError `HP-CONFIG-VALUE` for a limit out of bounds */
  constructor(limit: RateLimit) {
    this.#limit = checked(limit);
  }

  take(key: string, nowMs: number): RateAnswer {
    const { tokens, periodMs, burst } = this.#limit;
    const now = this.#time.advance(nowMs) * tokens;
    const before = this.#fullAt.get(key);
    if (before === undefined && !this.#makeRoom(now)) {
      this.#noRoom += 1;
      return this.#refuse(this.#firstFullAt() - now);
    }
    const after = Math.max(before ?? now, now) + periodMs;
    // Touched also when refused, so that the order stays that of use.
    this.#fullAt.delete(key);
    const missing = after - now - burst * periodMs;
    this.#fullAt.set(key, missing > 0 ? after - periodMs : after);
    if (missing > 0) return this.#refuse(missing);
    this.#allowed += 1;
    return { ok: true };
  }

  /** Another limit from now on; what each key has taken of its bucket, in tokens, stays taken as far as it fits. */
  configure(limit: RateLimit, nowMs: number): void {
    const next = checked(limit);
    const at = this.#time.advance(nowMs);
    const old = this.#limit;
    for (const [key, fullAt] of this.#fullAt) {
      const taken = Math.max(0, fullAt - at * old.tokens) / old.periodMs;
      this.#fullAt.set(key, at * next.tokens + Math.ceil(Math.min(taken, next.burst) * next.periodMs));
    }
    this.#limit = next;
  }

  view(): RateLimiterView {
    return {
      keys: this.#fullAt.size,
      allowed_total: this.#allowed,
      refused_total: this.#refused,
      no_room_total: this.#noRoom,
    };
  }

  #refuse(missing: number): RateAnswer {
    this.#refused += 1;
    return { ok: false, retryAfterMs: Math.max(1, Math.ceil(missing / this.#limit.tokens)) };
  }

  /** Whether there is room for one more bucket, if need be after taking a full one away. */
  #makeRoom(now: number): boolean {
    if (this.#fullAt.size < this.#limit.keysMax) return true;
    const full = this.#oldest().find(([, fullAt]) => fullAt <= now);
    if (full !== undefined) this.#fullAt.delete(full[0]);
    return this.#fullAt.size < this.#limit.keysMax;
  }

  #firstFullAt(): number {
    return Math.min(...this.#oldest().map(([, fullAt]) => fullAt));
  }

  /** Where none of these is full, each was used within the time that fills a bucket, and so were all others. */
  #oldest(): (readonly [key: string, fullAt: number])[] {
    const oldest: (readonly [string, number])[] = [];
    for (const entry of this.#fullAt) {
      if (oldest.push(entry) === LOOKED_AT_MAX) break;
    }
    return oldest;
  }
}

function checked(limit: RateLimit): Required<RateLimit> {
  return {
    tokens: boundedInteger("rate.tokens", limit.tokens, 1, RATE_TOKENS_MAX),
    periodMs: boundedInteger("rate.period_ms", limit.periodMs ?? 1000, 1, RATE_PERIOD_MS_MAX),
    burst: boundedInteger("rate.burst", limit.burst, 1, RATE_TOKENS_MAX),
    keysMax: boundedInteger("rate.keys_max", limit.keysMax ?? 10_000, 1, RATE_KEYS_MAX),
  };
}
