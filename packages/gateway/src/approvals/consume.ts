import type { Grant } from "../contract/action.ts";

/**
 * The approval as it is after the first attempt began. The instant of its first use stays.
 *
 * @example
 * consume(consume(grant, 5), 9).consumedAtMs; // 5
 */
export function consume(grant: Grant, nowMs: number): Grant {
  return grant.consumedAtMs === null ? { ...grant, consumedAtMs: nowMs } : grant;
}
