import { boundedInteger } from "../bounds/bounded-integer.ts";

/** Every way in which an attempt can fail; closed. */
export type FailureClass =
  | "connection_bootstrap"
  | "timeout"
  | "circuit_open"
  | "policy_denied"
  | "validation_failed"
  | "execution_error"
  | "backpressure"
  | "unknown";

export type RetryBudget = Readonly<Record<FailureClass, number>>;

/** How many retries an action has for each class of failure. */
export const RETRY_BUDGET: RetryBudget = Object.freeze({
  connection_bootstrap: 3,
  timeout: 2,
  circuit_open: 0,
  policy_denied: 0,
  validation_failed: 0,
  execution_error: 2,
  backpressure: 3,
  unknown: 1,
});

export const FAILURE_CLASSES: readonly FailureClass[] = Object.freeze(Object.keys(RETRY_BUDGET) as FailureClass[]);

/** Trying again cannot help, or is not allowed to; no budget changes that. */
export const NEVER_RETRIED: ReadonlySet<FailureClass> = new Set(["circuit_open", "policy_denied", "validation_failed"]);

export const RETRY_BUDGET_MAX = 10;

export function isFailureClass(value: unknown): value is FailureClass {
  return typeof value === "string" && Object.hasOwn(RETRY_BUDGET, value);
}

/**
 * The budgets with some of them changed.
 *
 * @throws HoldpointError `HP-CONFIG-VALUE` for a budget that is no whole number from 0 to 10, an unknown class, and one
 * other than 0 for a class that is never retried
 */
export function retryBudget(changes: Partial<RetryBudget>): RetryBudget {
  const budget: Record<string, number> = { ...RETRY_BUDGET };
  for (const [failureClass, retries] of Object.entries(changes)) {
    const known = isFailureClass(failureClass);
    const most = known && !NEVER_RETRIED.has(failureClass) ? RETRY_BUDGET_MAX : 0;
    budget[failureClass] = boundedInteger(`retry.${failureClass}`, retries, known ? 0 : 1, most);
  }
  return budget as RetryBudget;
}
