import { HoldpointError } from "@holdpoint/core";
import type { ApprovalCounts } from "../approvals/approval-cap.ts";
import { grantFor } from "../approvals/grant.ts";
import type { Action } from "../contract/action.ts";
import type { Decision } from "../contract/guardian.ts";
import type { Caller } from "../contract/principal.ts";
import { approved, cancelled, deniedBy, expired } from "../machine/approve.ts";
import type { EngineCore } from "./core.ts";
import type { LiveAction } from "./live-action.ts";
import type { Runner } from "./runner.ts";

/** What people decide: approve, deny, cancel; and what happens when nobody does. */
export class Approvals {
  readonly #core: EngineCore;
  readonly #runner: Runner;
  /** Ids that wait for somebody. */
  readonly #waiting = new Set<string>();
  readonly #perSession = new Map<string, number>();

  constructor(core: EngineCore, runner: Runner) {
    this.#core = core;
    this.#runner = runner;
  }

  /** How many wait, of a session and in all. */
  counts(action: Pick<Action, "actor" | "sessionId">): ApprovalCounts {
    return { session: this.#perSession.get(sessionOf(action)) ?? 0, inAll: this.#waiting.size };
  }

  remember(action: Action): void {
    if (this.#waiting.has(action.id)) return;
    const session = sessionOf(action);
    this.#waiting.add(action.id);
    this.#perSession.set(session, (this.#perSession.get(session) ?? 0) + 1);
  }

  forget(action: Action): void {
    if (!this.#waiting.delete(action.id)) return;
    const session = sessionOf(action);
    const left = (this.#perSession.get(session) ?? 1) - 1;
    if (left > 0) this.#perSession.set(session, left);
    else this.#perSession.delete(session);
  }

  /** Lets a durable AWAITING_APPROVAL expire when its time is over; everybody who waits for its end is told of it. */
  expect(live: LiveAction): void {
    const { action } = live;
    if (action === null || action.state !== "AWAITING_APPROVAL" || action.approvalExpiresAtMs === null) return;
    this.remember(action);
    this.#core.tell(live, action);
    this.#core.setTimer(live, action.approvalExpiresAtMs - this.#core.nowOf(action), () => {
      if (live.next !== null || live.action?.state !== "AWAITING_APPROVAL") return;
      this.forget(live.action);
      this.#runner.change(live, expired(live.action, this.#core.now()), "changed", "gateway", false);
    });
  }

  approve(id: string, caller: Caller, reason: string): Promise<Action> {
    return this.#decide(id, caller, (action, nowMs) => {
      const { guardian } = this.#core.parts;
      const grant = grantFor(action, caller.actor, nowMs, guardian.approvals);
      const decision = verdictOf(action, "ALLOW", "approved", reason);
      return { to: approved(action, grant, decision, nowMs), event: "approved" as const, isVerdict: true };
    });
  }

  deny(id: string, caller: Caller, reason: string): Promise<Action> {
    return this.#decide(id, caller, (action, nowMs) => {
      const decision = verdictOf(action, "DENY", "approval_denied", reason);
      return {
        to: deniedBy(action, caller.actor, decision, reason, nowMs),
        event: "changed" as const,
        isVerdict: true,
      };
    });
  }

  cancel(id: string, caller: Caller, reason: string): Promise<Action> {
    return this.#decide(id, caller, (action, nowMs) => {
      return { to: cancelled(action, caller.actor, reason, nowMs), event: "changed" as const, isVerdict: false };
    });
  }

  async #decide(
    id: string,
    caller: Caller,
    step: (
      action: Action,
      nowMs: number,
    ) => { readonly to: Action; readonly event: "approved" | "changed"; readonly isVerdict: boolean },
  ): Promise<Action> {
    this.#core.assertOpen();
    const live = this.#core.live.get(id);
    const action = live?.action ?? this.#core.parts.reader.get(id);
    if (action === null) throw new HoldpointError("HP-GATEWAY-NOT-FOUND", `there is no action ${id.slice(0, 100)}`);
    if (live?.next !== null && live?.next !== undefined) {
      // Somebody was faster; the answer must not be known before the winner's is durable.
      await this.#core.committer.settled();
      throw new HoldpointError("HP-GATEWAY-STATE-CONFLICT", `the action is ${live.action?.state ?? "changing"} now`);
    }
    const made = step(action, this.#core.nowOf(action));
    if (live === undefined) throw new HoldpointError("HP-GATEWAY-STATE-CONFLICT", `the action is ${action.state}`);
    const { to, event, isVerdict } = made;
    return new Promise((resolve, reject) => {
      this.#core.clearTimer(live);
      this.#core.apply(live, { to, from: action.state, event, by: caller.actor, isVerdict }, false, (error, now) => {
        if (error !== null || now === null) {
          this.expect(live);
          this.#runner.proceed(live);
          reject(error);
          return;
        }
        this.forget(now);
        // Only now: a refused commit leaves it waiting, with all that it holds.
        this.#runner.settle(now);
        resolve(now);
        this.#runner.proceed(live);
      });
    });
  }
}

/** What has no session counts as one of its actor's, or leaving the session out would lift the limit. */
function sessionOf({ actor, sessionId }: Pick<Action, "actor" | "sessionId">): string {
  return JSON.stringify([actor, sessionId]);
}

function verdictOf(action: Action, decision: Decision["decision"], reasonCode: string, reason: string): Decision {
  const { risk, policyDigest } = action.decision as Decision;
  return { decision, reasonCode, reason: reason.toWellFormed(), risk, policyDigest };
}
