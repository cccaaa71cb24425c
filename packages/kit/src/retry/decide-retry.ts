import type { FailureClass, RetryBudget } from "./failure-class.ts";
import { NEVER_RETRIED, RETRY_BUDGET } from "./failure-class.ts";
import type { JitterOptions } from "./jitter.ts";
import { decorrelatedJitter } from "./jitter.ts";

export interface FailedAttempt {
  readonly failureClass: FailureClass;
  /** Whether the other side may have begun: false only where it is certain that it did nothing. */
  readonly sent: boolean;
  /** Whether the adapter promises that repeating it with the same key has one effect. */
  readonly idempotent: boolean;
  /** Failed attempts of each class so far, this one among them. */
  readonly attemptsByClass: Partial<Readonly<Record<FailureClass, number>>>;
  /** What the other side asked to wait for (`Retry-After`); never waited less. */
  readonly retryAfterMs?: number | null | undefined;
  /** Null: the action has no deadline. */
  readonly deadlineAtMs: number | null;
  readonly nowMs: number;
  /** The wait before this attempt; null for the first. */
  readonly previousDelayMs?: number | null | undefined;
  readonly backoff: JitterOptions;
  /** Numbers in [0, 1). */
  readonly random: () => number;
  /** See `retryBudget`. */
  readonly budget?: RetryBudget;
}

export type RetryDecision =
  | { readonly kind: "retry"; readonly delayMs: number }
  | { readonly kind: "dead"; readonly reason: "never-retried" | "budget-spent" | "deadline" }
  /** It may have had its effect: only a status query or a person can tell. */
  | { readonly kind: "unknown" };

/**
 * What follows a failed attempt. What was sent and is not idempotent is never sent again; a retry that could not start
 * before the deadline is none. Input that is not sound (a class that is none, a wait that is no number) never retries.
 *
 * @example
 * decideRetry({ failureClass: "timeout", sent: true, idempotent: false, attemptsByClass: { timeout: 1 },
 *   deadlineAtMs: null, nowMs: 0, backoff: { baseMs: 100, capMs: 5000 }, random: () => 0.5 }); // { kind: "unknown" }
 */
export function decideRetry(attempt: FailedAttempt): RetryDecision {
  const { failureClass, sent, idempotent, nowMs, deadlineAtMs, budget = RETRY_BUDGET } = attempt;
  if (NEVER_RETRIED.has(failureClass)) return { kind: "dead", reason: "never-retried" };
  if (sent && !idempotent) return { kind: "unknown" };
  const failures = attempt.attemptsByClass[failureClass] ?? 1;
  if (!(failures <= (budget[failureClass] ?? 0))) return { kind: "dead", reason: "budget-spent" };
  const ownMs = decorrelatedJitter(attempt.backoff, attempt.previousDelayMs ?? null, attempt.random);
  const delayMs = Math.max(ownMs, Math.ceil(attempt.retryAfterMs ?? 0), 0);
  const inTime = Number.isFinite(delayMs) && (deadlineAtMs === null || nowMs + delayMs < deadlineAtMs);
  return inTime ? { kind: "retry", delayMs } : { kind: "dead", reason: "deadline" };
}
