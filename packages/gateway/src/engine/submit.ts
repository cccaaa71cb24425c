import { HoldpointError } from "@holdpoint/core";
import { newCorrelationId } from "@holdpoint/kit";
import { approvalCapObjection } from "../approvals/approval-cap.ts";
import type { Action, Submission } from "../contract/action.ts";
import type { Submitted } from "../contract/engine.ts";
import type { Decided, DecisionRequest } from "../contract/guardian.ts";
import type { Caller } from "../contract/principal.ts";
import type { Risk } from "../contract/risk.ts";
import { TERMINAL_STATES } from "../contract/state.ts";
import { RetryAfterError } from "../errors/retry-after.ts";
import { decided } from "../machine/decide.ts";
import { fingerprintOf, newAction } from "../machine/new-action.ts";
import type { EngineCore } from "./core.ts";
import { COME_BACK_MS } from "./core.ts";
import type { LiveAction } from "./live-action.ts";
import { liveAction } from "./live-action.ts";
import type { Runner } from "./runner.ts";
import type { Approvals } from "./approvals.ts";

const ACTION_ID_PREFIX = "act_";
const CORRELATION_PREFIX_CHARS = 4;

export interface Origin {
  readonly replayOf: string | null;
  readonly generation: number;
}

const ORIGINAL: Origin = { replayOf: null, generation: 0 };

interface KeyInUse {
  readonly fingerprint: string;
  readonly live: LiveAction;
  readonly submitted: Promise<Submitted>;
}

/** Takes submissions: key, limits, verdict, and in the same commit the intent to run where it may run at once. */
export class Submissions {
  readonly #core: EngineCore;
  readonly #runner: Runner;
  readonly #approvals: Approvals;
  /** Keys whose first commit is not durable yet: the store does not know them. */
  readonly #keys = new Map<string, KeyInUse>();

  constructor(core: EngineCore, runner: Runner, approvals: Approvals) {
    this.#core = core;
    this.#runner = runner;
    this.#approvals = approvals;
  }

  submit(submission: Submission, caller: Caller, origin: Origin = ORIGINAL): Promise<Submitted> {
    const key = submission.idempotencyKey;
    if (key === null) return this.#begin(submission, caller, origin, null);
    const name = `${caller.actor}\n${key}`;
    const inUse = this.#keys.get(name);
    if (inUse !== undefined) {
      assertSame(submission, inUse.fingerprint);
      return inUse.submitted.then(({ action }) => ({ action: inUse.live.action ?? action, repeated: true }));
    }
    const stored = this.#core.parts.reader.byKey(caller.actor, key);
    if (stored === null) return this.#begin(submission, caller, origin, name);
    assertSame(submission, stored.fingerprint);
    const action = this.#core.live.get(stored.id)?.action ?? this.#core.parts.reader.get(stored.id);
    if (action === null) throw new HoldpointError("HP-GATEWAY-STORAGE", `the action of the key is not there`);
    return Promise.resolve({ action, repeated: true });
  }

  #begin(submission: Submission, caller: Caller, origin: Origin, keyName: string | null): Promise<Submitted> {
    this.#assertRoom();
    const received = this.#receive(submission, caller, origin);
    const live = liveAction(null);
    const to = this.#decide(live, received, caller, submission.risk);
    this.#core.live.set(to.id, live);
    const span = this.#core.parts.tracing.span({
      name: `submit ${to.adapter}`,
      parent: to.traceparent,
      attributes: { "holdpoint.action": to.id, "holdpoint.decision": to.decision?.decision ?? "" },
    });
    const submitted = new Promise<Submitted>((resolve, reject) => {
      this.#runner.settle(to);
      const terms = { to, from: null, event: "submitted" as const, by: caller.actor, isVerdict: true };
      this.#core.apply(live, terms, false, (error, action) => {
        if (keyName !== null) this.#keys.delete(keyName);
        span?.end({ ok: error === null });
        if (error === null && action !== null) {
          resolve({ action, repeated: false });
          this.#approvals.expect(live);
          this.#runner.proceed(live);
          return;
        }
        this.#undo(live, to);
        reject(error);
      });
    });
    if (keyName !== null) this.#keys.set(keyName, { fingerprint: to.fingerprint, live, submitted });
    return submitted;
  }

  /** Nothing became durable, so nothing is held. */
  #undo(live: LiveAction, to: Action): void {
    this.#core.live.delete(to.id);
    this.#approvals.forget(to);
    if (!TERMINAL_STATES.has(to.state)) this.#core.parts.guardian.settle(to.reservations, "release");
    this.#runner.releaseTicket(live);
  }

  #assertRoom(): void {
    const core = this.#core;
    core.assertOpen();
    const most = core.parts.settings.current.limits.live_actions;
    if (core.live.size < most) return;
    throw new RetryAfterError(
      "HP-GATEWAY-BUSY",
      `${core.live.size} actions have not ended, at most ${most} may`,
      COME_BACK_MS,
    );
  }

  #receive(submission: Submission, caller: Caller, { replayOf, generation }: Origin): Action {
    const { executor, nowMs, randomBytes } = this.#core.parts;
    if (!executor.adapters.has(submission.adapter)) {
      throw new HoldpointError(
        "HP-GATEWAY-ADAPTER-UNKNOWN",
        `there is no adapter '${submission.adapter.slice(0, 100)}'`,
      );
    }
    const now = nowMs();
    const id = `${ACTION_ID_PREFIX}${newCorrelationId(now, randomBytes).slice(CORRELATION_PREFIX_CHARS)}`;
    try {
      for (const text of [submission.operation, submission.sessionId, submission.turnId]) {
        if (text !== null && !text.isWellFormed()) throw new TypeError("a lone surrogate is not JSON");
      }
      return newAction(submission, caller, { id, nowMs: now, replayOf, generation });
    } catch (thrown) {
      throw new HoldpointError("HP-GATEWAY-BODY", (thrown as Error).message, {}, thrown);
    }
  }

  #decide(live: LiveAction, received: Action, caller: Caller, risk: Risk | null): Action {
    const { guardian } = this.#core.parts;
    const request = requestOf(received, caller, this.#core, risk);
    let verdict: Decided = received.dryRun
      ? { decision: guardian.preview(request), reservations: [] }
      : guardian.decide(request);
    if (verdict.decision.decision === "ESCALATE" && !received.dryRun) {
      const objection = approvalCapObjection(this.#approvals.counts(received), guardian.approvals);
      if (objection !== null) {
        guardian.settle(verdict.reservations, "release");
        const decision = {
          ...verdict.decision,
          decision: "DENY" as const,
          reasonCode: "approvals_full",
          reason: objection,
        };
        verdict = { decision, reservations: [] };
      }
    }
    const action = decided(received, verdict, received.createdAtMs, guardian.approvals.ttlMs);
    if (action.state === "AWAITING_APPROVAL") this.#approvals.remember(action);
    if (action.state !== "READY") return action;
    return this.#runner.start(live, action).to;
  }
}

/** The question that the guardian is asked about an action. */
export function requestOf(
  action: Action,
  caller: Pick<Caller, "actor" | "roles">,
  core: EngineCore,
  risk: Risk | null = action.decision?.risk ?? null,
): DecisionRequest {
  const adapter = core.parts.executor.adapters.get(action.adapter);
  return {
    principal: caller,
    adapter: action.adapter,
    operation: adapter?.operations.get(action.operation) ?? null,
    operationName: action.operation,
    arguments: action.arguments,
    argumentsDigest: action.argumentsDigest,
    sessionId: action.sessionId,
    risk,
    dryRun: action.dryRun,
    generation: action.generation,
    nowMs: core.now(),
  };
}

function assertSame(submission: Submission, fingerprint: string): void {
  if (fingerprintOf(submission) === fingerprint) return;
  throw new HoldpointError("HP-GATEWAY-KEY-REUSED", "the key belongs to a submission with another body");
}
