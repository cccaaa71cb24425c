import type { AdapterCall, OperationSpec } from "../contract/adapter.ts";

/**
 * How long one attempt may take: the shortest of the operation's own limit, the setting, what the caller of the
 * executor gives it, and what is left to the deadline; 0 where the deadline has passed.
 */
export function effectiveTimeoutMs(
  operation: OperationSpec,
  settingMs: number,
  call: Pick<AdapterCall, "timeoutMs" | "deadlineAtMs">,
  nowMs: number,
): number {
  const limits = [settingMs];
  if (operation.timeoutMs !== null) limits.push(operation.timeoutMs);
  if (call.timeoutMs > 0) limits.push(call.timeoutMs);
  if (call.deadlineAtMs !== null) limits.push(call.deadlineAtMs - nowMs);
  const shortest = Math.min(...limits);
  return shortest > 0 ? Math.ceil(shortest) : 0;
}
