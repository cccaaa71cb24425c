/** Bounds of the server itself; each has a name that says its unit. */
export interface ServerLimits {
  readonly connectionsMax: number;
  readonly headerSizeBytesMax: number;
  readonly bodySizeBytesMax: number;
  /** Time for the headers of a request to arrive. */
  readonly headersTimeoutMs: number;
  /** Time for the whole request to arrive. */
  readonly requestTimeoutMs: number;
  /** Time that a connection may rest between two requests. */
  readonly keepAliveTimeoutMs: number;
  /** Time that a connection may be silent; longer than any wait for an answer. */
  readonly silenceTimeoutMs: number;
  /** How often the first two are looked at. */
  readonly checkIntervalMs: number;
}

export const SERVER_LIMITS: ServerLimits = {
  connectionsMax: 10_000,
  headerSizeBytesMax: 16_384,
  bodySizeBytesMax: 1_048_576,
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 15_000,
  keepAliveTimeoutMs: 65_000,
  silenceTimeoutMs: 180_000,
  checkIntervalMs: 2000,
};
