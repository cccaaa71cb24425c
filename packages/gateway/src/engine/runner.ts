import type { FailureClass, RetryDecision } from "@holdpoint/kit";
import { decideRetry, retryBudget } from "@holdpoint/kit";
import type { ApprovalObjection, GrantedCall } from "../approvals/grant-objection.ts";
import { grantObjection } from "../approvals/grant-objection.ts";
import type { Action } from "../contract/action.ts";
import type { AdapterCall, AdapterFailure, AdapterOutcome, Permit } from "../contract/adapter.ts";
import type { Decision, Guardian } from "../contract/guardian.ts";
import type { ActionState } from "../contract/state.ts";
import { TERMINAL_STATES } from "../contract/state.ts";
import { failed, gaveUp, started, succeeded } from "../machine/attempt.ts";
import { denied } from "../machine/decide.ts";
import type { RecordedEvent } from "../machine/record-text.ts";
import { expiresAtMs } from "../machine/record-text.ts";
import type { EngineCore } from "./core.ts";
import type { LiveAction } from "./live-action.ts";

/** Classes of failure after which the effect surely did not happen. */
const NO_EFFECT: ReadonlySet<FailureClass> = new Set([
  "connection_bootstrap",
  "circuit_open",
  "policy_denied",
  "validation_failed",
  "backpressure",
]);
const WRONG_ANSWERS: ReadonlySet<string> = new Set(["HP-ACTION-CONTRACT-DRIFT", "HP-ACTION-RESULT-TOO-LARGE"]);
/** A timer of Node cannot be longer. */
const TIMER_MS_MAX = 2_147_483_647;

export interface Start {
  readonly to: Action;
  readonly event: RecordedEvent;
}

/** Brings READY actions to their end: admission, intent, effect, outcome, retry. */
export class Runner {
  readonly #core: EngineCore;
  /** Ids that wait for a free slot, by adapter, in the order in which they became ready. */
  readonly #queues = new Map<string, Set<string>>();
  running = 0;
  queued = 0;
  #pumping = false;

  constructor(core: EngineCore) {
    this.#core = core;
  }

  /**
   * What becomes of a READY action now: RUNNING with a ticket, DENIED, DEAD, or READY still, because no slot is free or
   * its time has not come. Nothing is durable yet.
   */
  start(live: LiveAction, action: Action): Start {
    const nowMs = this.#core.nowOf(action);
    const { guardian, executor } = this.#core.parts;
    if (action.deadlineAtMs !== null && nowMs >= action.deadlineAtMs) {
      const why = { code: "HP-ACTION-DEADLINE" as const, message: "the deadline passed before it could run" };
      return { to: gaveUp(action, why, nowMs), event: "changed" };
    }
    const policyDigest = action.decision?.policyDigest ?? "";
    const grantExpiresAtMs = expiresAtMs(action);
    const objection = guardian.objection({ policyDigest, grantExpiresAtMs, nowMs });
    if (objection !== null) return { to: objected(action, objection, nowMs), event: "objected" };
    const granted = action.grant === null ? null : grantObjection(action.grant, callOfGrant(action, guardian), nowMs);
    if (granted !== null) return { to: objected(action, granted, nowMs), event: "objected" };
    const admission = executor.admit(action.adapter, nowMs);
    if (admission.kind === "busy") return { to: action, event: "changed" };
    if (admission.kind === "open") {
      const message = `the breaker of ${action.adapter} is open`;
      return { to: gaveUp(action, { code: "HP-ACTION-CIRCUIT-OPEN", message }, nowMs), event: "changed" };
    }
    live.ticket = admission.ticket;
    return { to: started(action, nowMs), event: "attempt-started" };
  }

  /** Goes on with an action whose last transition is durable. */
  proceed(live: LiveAction): void {
    const { action } = live;
    if (action === null || live.next !== null) return;
    if (action.state === "RUNNING") void this.#run(live, action);
    else if (action.state === "READY") this.#ready(live, action);
  }

  #ready(live: LiveAction, action: Action): void {
    if (this.#core.stopping) return;
    const waitMs = (action.notBeforeMs ?? 0) - this.#core.nowOf(action);
    if (waitMs <= 0) {
      this.#due(live);
      return;
    }
    // The timer's end counts: a clock that stepped back would have it wait until the clock has caught up.
    this.#core.setTimer(live, Math.min(waitMs, TIMER_MS_MAX), () => this.#due(live));
  }

  #due(live: LiveAction): void {
    const { action } = live;
    if (action?.state !== "READY" || live.next !== null || this.#core.stopping) return;
    if (!this.#tryStart(live, action)) this.#queue(live, action);
  }

  /** False when no slot is free. */
  #tryStart(live: LiveAction, action: Action): boolean {
    const { to, event } = this.start(live, action);
    if (to === action) return false;
    // A further attempt gets a verdict of its own: the first one's may have expired with its grant.
    const isVerdict = event === "objected" || (event === "attempt-started" && to.attempts.length > 1);
    this.change(live, to, event, "gateway", isVerdict);
    return true;
  }

  /** A transition that nobody waits for; it is tried until it is durable. */
  change(live: LiveAction, to: Action, event: RecordedEvent, by: string, isVerdict: boolean): void {
    const from = live.action?.state as ActionState;
    this.settle(to);
    this.#core.apply(live, { to, from, event, by, isVerdict }, true, (error) => {
      if (error === null) this.proceed(live);
      else this.abandon(live, error);
    });
  }

  /** The store refused one change for a reason of its own: the action stays as it is durable, and a restart sees it. */
  abandon(live: LiveAction, error: Error): void {
    this.releaseTicket(live);
    const { id = null, correlationId = null, traceparent = null } = live.action ?? {};
    const trace = { correlation_id: correlationId, traceparent };
    this.#core.parts.log({ level: "error", action: id, ...trace, message: error.message });
  }

  releaseTicket(live: LiveAction): void {
    if (live.ticket === null) return;
    this.#core.parts.executor.release(live.ticket);
    live.ticket = null;
    this.pump();
  }

  #queue(live: LiveAction, action: Action): void {
    let queue = this.#queues.get(action.adapter);
    if (queue === undefined) {
      queue = new Set();
      this.#queues.set(action.adapter, queue);
    }
    if (!queue.has(action.id)) {
      queue.add(action.id);
      this.queued += 1;
      live.queued = true;
    }
    if (action.deadlineAtMs === null) return;
    const waitMs = Math.min(action.deadlineAtMs - this.#core.nowOf(action), TIMER_MS_MAX);
    this.#core.setTimer(live, waitMs, () => {
      this.#unqueue(live, action);
      this.proceed(live);
    });
  }

  #unqueue(live: LiveAction, action: Action): void {
    if (!live.queued) return;
    live.queued = false;
    this.queued -= 1;
    this.#queues.get(action.adapter)?.delete(action.id);
  }

  /** Starts what waits, as far as there are slots; called when one became free. */
  pump(): void {
    if (this.#pumping || this.queued === 0 || this.#core.stopping) return;
    this.#pumping = true;
    try {
      for (const queue of this.#queues.values()) this.#pumpOne(queue);
    } finally {
      this.#pumping = false;
    }
  }

  #pumpOne(queue: Set<string>): void {
    for (const id of queue) {
      const live = this.#core.live.get(id);
      const action = live?.action ?? null;
      if (live === undefined || action === null || action.state !== "READY" || live.next !== null) {
        queue.delete(id);
        this.queued -= 1;
        if (live !== undefined) live.queued = false;
        continue;
      }
      if (!this.#tryStart(live, action)) return;
      this.#unqueue(live, action);
    }
  }

  async #run(live: LiveAction, action: Action): Promise<void> {
    const { executor, tracing } = this.#core.parts;
    const { ticket } = live;
    if (ticket === null) return;
    this.running += 1;
    const attributes = { "holdpoint.action": action.id, "holdpoint.attempt": action.attempts.length };
    const name = `execute ${action.adapter}`;
    const span = tracing.span({ name, parent: action.traceparent, attributes });
    const outcome = await executor.run(ticket, permitOf(action, live), this.callOf(action, span?.traceparent));
    live.ticket = null;
    this.running -= 1;
    span?.end({ ok: outcome.ok });
    this.#outcome(live, action, outcome);
    this.pump();
  }

  callOf(action: Action, traceparent: string = action.traceparent): Omit<AdapterCall, "signal"> {
    const { executor, settings } = this.#core.parts;
    const own = executor.adapters.get(action.adapter)?.operations.get(action.operation)?.timeoutMs ?? null;
    const timeoutMs = settings.current.executor.timeout_ms;
    return {
      actionId: action.id,
      attempt: action.attempts.length,
      operation: action.operation,
      arguments: action.arguments,
      // The original's id: the same on every attempt and on a replay, and no two actors' keys can meet in it.
      idempotencyKey: action.replayOf ?? action.id,
      correlationId: action.correlationId,
      traceparent,
      tracestate: action.tracestate,
      timeoutMs: own === null ? timeoutMs : Math.min(own, timeoutMs),
      deadlineAtMs: action.deadlineAtMs,
    };
  }

  #outcome(live: LiveAction, action: Action, outcome: AdapterOutcome): void {
    const nowMs = this.#core.nowOf(action);
    if (outcome.ok) {
      this.change(live, succeeded(action, outcome.result, nowMs), "changed", "gateway", false);
      return;
    }
    const then = this.#decide(live, action, outcome, nowMs);
    live.delayMs = then.kind === "retry" ? then.delayMs : null;
    this.change(live, failed(action, outcome, then, nowMs), "attempt-failed", "gateway", false);
  }

  #decide(live: LiveAction, action: Action, failure: AdapterFailure, nowMs: number): RetryDecision {
    const { executor, settings, random } = this.#core.parts;
    const { base_ms, cap_ms, ...budgets } = settings.current.retry;
    const spec = executor.adapters.get(action.adapter)?.operations.get(action.operation);
    // The other side did answer; asked again it would answer the same.
    if (WRONG_ANSWERS.has(failure.code) && (spec?.idempotent ?? false))
      return { kind: "dead", reason: "never-retried" };
    const attemptsByClass: Partial<Record<FailureClass, number>> = { [failure.failureClass]: 1 };
    for (const { failureClass } of action.attempts) {
      if (failureClass !== null) attemptsByClass[failureClass] = (attemptsByClass[failureClass] ?? 0) + 1;
    }
    return decideRetry({
      failureClass: failure.failureClass,
      sent: failure.sent,
      idempotent: spec?.idempotent ?? false,
      attemptsByClass,
      retryAfterMs: failure.retryAfterMs,
      deadlineAtMs: action.deadlineAtMs,
      nowMs,
      previousDelayMs: live.delayMs,
      backoff: { baseMs: base_ms, capMs: cap_ms },
      random,
      budget: retryBudget(budgets),
    });
  }

  /** Ends what the action holds against its budgets when it ends; the commit group stores how they stand by then. */
  settle(to: Action): void {
    if (to.reservations.length === 0 || !TERMINAL_STATES.has(to.state)) return;
    const happened = to.state === "SUCCEEDED" || (to.state === "DEAD" && mayHaveHappened(to));
    this.#core.parts.guardian.settle(to.reservations, happened ? "commit" : "release");
  }
}

/** Denied after all; the risk stays what it was, the objection does not know it. */
function objected(
  action: Action,
  why: { readonly reasonCode: string; readonly reason: string } | ApprovalObjection,
  nowMs: number,
): Action {
  const before = action.decision as Decision;
  const reasonCode = "code" in why ? why.code : why.reasonCode;
  return denied(action, { ...before, decision: "DENY", reasonCode, reason: why.reason }, nowMs);
}

function callOfGrant(action: Action, { policyDigest }: Guardian): GrantedCall {
  const { actor, adapter, operation, argumentsDigest, attempts } = action;
  return { actor, adapter, operation, argumentsDigest, policyDigest, attempt: attempts.length + 1 };
}

function mayHaveHappened(action: Action): boolean {
  return action.attempts.some(({ failureClass }) => failureClass === null || !NO_EFFECT.has(failureClass));
}

function permitOf(action: Action, live: LiveAction): Permit | null {
  if (live.proof === null || action.decision === null || action.decision.decision !== "ALLOW") return null;
  return {
    decision: "ALLOW",
    actionId: action.id,
    adapter: action.adapter,
    operation: action.operation,
    argumentsDigest: action.argumentsDigest,
    policyDigest: action.decision.policyDigest,
    expiresAtMs: live.proofExpiresAtMs,
    proof: live.proof,
  };
}
