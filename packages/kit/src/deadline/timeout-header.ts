import { remainingMs, TIMEOUT_MS_MAX } from "./deadline.ts";

/**
 * Name of the header that carries a deadline from service to service: the milliseconds that are left, in decimal
 * digits. It is a duration and no instant, because clocks of two machines differ.
 */
export const TIMEOUT_HEADER = "x-request-timeout-ms";

const DIGITS = /^(?:0|[1-9]\d{0,7})$/;

/**
 * The milliseconds that the caller waits; null where the header is absent or wrong: several values, a sign, a fraction,
 * leading zeros, more than a day.
 *
 * @example
 * parseTimeoutHeader("1500"); // 1500
 * parseTimeoutHeader("1.5e3"); // null
 */
export function parseTimeoutHeader(header: string | readonly string[] | undefined): number | null {
  if (typeof header === "object") return header.length === 1 ? parseTimeoutHeader(header[0]) : null;
  if (header === undefined || !DIGITS.test(header)) return null;
  const timeoutMs = Number(header);
  return timeoutMs <= TIMEOUT_MS_MAX ? timeoutMs : null;
}

/** The header for a call downstream: what is left of our own deadline. */
export function formatTimeoutHeader(deadlineAtMs: number, nowMs: number): string {
  return String(remainingMs(deadlineAtMs, nowMs));
}
