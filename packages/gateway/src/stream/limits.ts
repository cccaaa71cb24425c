/** Bounds of `/v1/stream`; a test sets smaller ones. */
export interface StreamLimits {
  /** One message of a client, all of its fragments together. */
  readonly messageSizeBytesMax: number;
  readonly fragmentsMax: number;
  readonly connectionsMax: number;
  readonly connectionsPerActorMax: number;
  /** Messages and pings of one connection, in the long run and at once. */
  readonly messagesPerSecond: number;
  readonly messagesBurst: number;
  /** Messages over the rate that are answered with an error before the connection is closed. */
  readonly refusalsMax: number;
  /** Messages of one connection whose answer is not complete. */
  readonly pendingMax: number;
  /** What may wait for a reader; beyond it the connection is closed. */
  readonly bufferSizeBytesMax: number;
  /** Changes that are sent again after a cut. */
  readonly resumedEventsMax: number;
  /** A peer that has not answered the ping of the interval before is dead. */
  readonly pingIntervalMs: number;
  /** From the closing frame to the end of the connection. */
  readonly closeGraceMs: number;
}

export const STREAM_LIMITS: StreamLimits = {
  messageSizeBytesMax: 262_144,
  fragmentsMax: 1024,
  connectionsMax: 5000,
  connectionsPerActorMax: 500,
  messagesPerSecond: 500,
  messagesBurst: 1000,
  refusalsMax: 100,
  pendingMax: 256,
  bufferSizeBytesMax: 1_048_576,
  resumedEventsMax: 10_000,
  pingIntervalMs: 30_000,
  closeGraceMs: 2000,
};
