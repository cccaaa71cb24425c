import type { GatewayCall } from "@holdpoint/core";

/** A call as a finding names it: what was asked of what, and what came back. */
export function nameOf({ operation, purpose, status }: GatewayCall): string {
  return `${operation}, ${purpose}: ${status}`;
}
