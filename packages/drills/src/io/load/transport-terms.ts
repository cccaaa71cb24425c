import type { TlsPlan } from "@holdpoint/core";

export interface TransportTerms {
  readonly url: string;
  readonly tls: TlsPlan;
  /** Of one exchange, from its actual send. */
  readonly timeoutMs: number;
  /** Monotonic microseconds. */
  readonly clockUs: () => number;
}

const CONNECT_TIMEOUT_MS_MAX = 10_000;

/** An attempt to connect has as long as an exchange, and ten seconds at most. */
export function connectTimeoutMs(timeoutMs: number): number {
  return Math.min(timeoutMs, CONNECT_TIMEOUT_MS_MAX);
}
