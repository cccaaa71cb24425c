import type { Overrides } from "./overrides.ts";
import { seeded, waiting } from "./random.ts";

/** What one session on the simulated exchange brought. */
export interface Session {
  readonly makerFills: number;
  readonly takerFills: number;
  readonly makerVolume: number;
  readonly takerVolume: number;
  /** Of an order, from decision to acknowledgement. */
  readonly p95LatencyMs: number;
  /** Mean time that a position is open over what is allowed. */
  readonly riskRatio: number;
  /** Earned on all volume, in hundredths of a percent. */
  readonly netBps: number;
}

const POSITIONS = 4000;
const ORDERS = 60_000;
const VOLUME_MAX = 4;
/** Mean time until somebody takes the other side, at an edge of 3 bps; a wider edge waits longer. */
const OTHER_SIDE_MS = 22;
const OTHER_SIDE_PER_BPS = 0.04;
const EDGE_REFERENCE_BPS = 3;
const OPEN_MS_ALLOWED = 45;
const TAKER_COST_BPS = 2;
/** What the market moves against a quote in the square root of a millisecond. */
const DRIFT_BPS = 0.06;
const NETWORK_MS = 250;
const SERVICE_MS = 11.6;

/**
 * A session: positions are opened as maker and closed by whoever takes the other side, or, when nobody does in time,
 * by a rescue as taker. Quotes go through one queue, so that many of them make all of them late.
 */
export function trade(overrides: Overrides, seed: number): Session {
  const random = seeded(seed);
  return { ...positions(overrides, random), p95LatencyMs: latency(overrides, random) };
}

function positions({ rebid, rescue_taker: rescue, edge, latency: added }: Overrides, random: () => number) {
  const half = edge.min_bps + added.spread_add_bps;
  const mean = OTHER_SIDE_MS * (1 + OTHER_SIDE_PER_BPS * (half - EDGE_REFERENCE_BPS));
  const quoteAgeMs = 1000 / rebid.per_s;
  const fills = { maker: 0, taker: 0 };
  const volume = { maker: 0, taker: 0 };
  let openMs = 0;
  let earned = 0;
  for (let position = 0; position < POSITIONS; position += 1) {
    const size = 1 + Math.floor(random() * VOLUME_MAX);
    const against = DRIFT_BPS * Math.sqrt(waiting(random, quoteAgeMs));
    const waitMs = waiting(random, mean);
    const isRescued = waitMs > rescue.after_ms;
    fills.maker += isRescued ? 1 : 2;
    fills.taker += isRescued ? 1 : 0;
    volume.maker += isRescued ? size : 2 * size;
    volume.taker += isRescued ? size : 0;
    openMs += Math.min(waitMs, rescue.after_ms);
    earned += size * (half - against + (isRescued ? -TAKER_COST_BPS : half - against));
  }
  return {
    makerFills: fills.maker,
    takerFills: fills.taker,
    makerVolume: volume.maker,
    takerVolume: volume.taker,
    riskRatio: openMs / POSITIONS / OPEN_MS_ALLOWED,
    netBps: earned / (volume.maker + volume.taker),
  };
}

/** One queue, one server: each order waits for what is left of those before it. */
function latency({ rebid }: Overrides, random: () => number): number {
  const times: number[] = [];
  let backlogMs = 0;
  for (let order = 0; order < ORDERS; order += 1) {
    backlogMs = Math.max(0, backlogMs - waiting(random, 1000 / rebid.per_s));
    backlogMs += waiting(random, SERVICE_MS);
    times.push(NETWORK_MS + backlogMs);
  }
  times.sort((a, b) => a - b);
  return times[Math.ceil(times.length * 0.95) - 1] ?? NETWORK_MS;
}
