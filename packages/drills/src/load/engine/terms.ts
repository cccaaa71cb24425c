import type { PoolFull } from "@holdpoint/core";
import type { Exchange, Transport } from "../wire.ts";

/** When arrivals fall due: microseconds since `startUs`, never falling; null when there are no more. */
export interface Arrivals {
  next(): number | null;
}

/** A part of the run in which so many users each send their next arrival as soon as the one before has ended. */
export interface ClosedSpan {
  readonly fromUs: number;
  readonly untilUs: number;
  readonly users: number;
}

/** One step of an arrival, as the engine handles it. */
export interface StepExchange extends Exchange {
  /** When it was to be sent: when the arrival was due, or when the step before was answered. */
  readonly intendedUs: number;
  /** In place of `sent` and what follows it: the run ended before a connection was free. */
  unsent(atUs: number): void;
  /** Asked once after `answered` or `failed`: the step after it, intended now, or null at the arrival's end. */
  next(atUs: number): StepExchange | null;
}

/** What the engine tells while it runs; called in the hot path. */
export interface EngineRecorder {
  /** An arrival fell due. `lagUs` is from then to now, when it is handed to the pool. */
  due(dueUs: number, lagUs: number): void;
  /** Found no free connection, under `drop`. */
  dropped(dueUs: number): void;
  /** Found the queue full; the run is invalid. */
  overflowed(dueUs: number): void;
  /** So many arrivals and steps wait; told whenever it changes. */
  queued(depth: number): void;
}

export interface EngineTerms {
  /** Connected. The engine takes `onEnd` and `onIdle` for its own and leaves the connections open at its end. */
  readonly transport: Transport<StepExchange>;
  /** Offset 0 of the schedule on `clockUs`; may lie ahead. */
  readonly startUs: number;
  /** The open model's part. */
  readonly arrivals: Arrivals;
  /** The closed model's part, in order, without overlap. */
  readonly closed: readonly ClosedSpan[];
  /** The first step of an arrival; `intendedUs` on `clockUs`, index from 0. Called when it is about to be sent. */
  makeExchange(intendedUs: number, index: number): StepExchange;
  readonly poolFull: PoolFull;
  /** Arrivals and steps that may wait. */
  readonly queueMax: number;
  /** Bound of `open-more`. */
  readonly connectionsMax: number;
  readonly pacing: "economical" | "precise";
  /** How long what waits or is on its way is waited for after the last arrival. */
  readonly drainMs: number;
  readonly recorder: EngineRecorder;
  /** Ends the run early: no more arrivals, a short drain. */
  readonly signal: AbortSignal;
  /** Monotonic microseconds, the same clock as the transport's. */
  readonly clockUs: () => number;
}

export interface EngineEnd {
  readonly aborted: boolean;
  readonly due: number;
  readonly dropped: number;
  readonly overflowed: number;
  /** Arrivals and steps that had to wait for a connection. */
  readonly waited: number;
  readonly queueMaxSeen: number;
  /** Opened in addition by `open-more`. */
  readonly opened: number;
  /** Arrivals and steps that the end found waiting. */
  readonly unsent: number;
  /** Exchanges that the end found on their way. */
  readonly unfinished: number;
  readonly endedUs: number;
}
