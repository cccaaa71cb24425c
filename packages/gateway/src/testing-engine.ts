import type { Json, JsonObject } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import type { Action, Submission } from "./contract/action.ts";
import type { ReplayPlan, ReplayRun } from "./contract/dead-letter.ts";
import type { ActionEvent, Engine, EngineHealth, TrailEntry } from "./contract/engine.ts";
import type { Caller } from "./contract/principal.ts";
import type { ActionState } from "./contract/state.ts";
import { TERMINAL_STATES, TRANSITIONS } from "./contract/state.ts";
import { assertIfMatch } from "./settings/precondition.ts";
import { RuntimeSettings } from "./settings/runtime-settings.ts";
import {
  entering,
  errorOf,
  figuresOf,
  fingerprintOf,
  grantOf,
  isAtRest,
  lettersOf,
  listed,
  paged,
  planOf,
  POLICY_DIGEST,
  receivedAction,
  submissionOf,
} from "./testing-actions.ts";
import { testingExecutor, testingGuardian, testingKeys } from "./testing-parts.ts";

/** 2026-01-02T03:04:05.000Z; each change of the testing engine is a millisecond later. */
export const ENGINE_START_MS: number = Date.UTC(2026, 0, 2, 3, 4, 5);

/**
 * An `Engine` in memory that follows a script instead of a policy and adapters. What becomes of a submission is said by
 * the adapter's name:
 * `echo` SUCCEEDED with its arguments · `fail` DEAD with a dead letter · `deny` DENIED · `notify` AWAITING_APPROVAL ·
 * `lost` UNKNOWN · `sleep` RUNNING until `finish(id)` · `dry_run` SIMULATED · else `HP-GATEWAY-ADAPTER-UNKNOWN`.
 */
export interface TestingEngine extends Engine {
  /** Ends a RUNNING action as SUCCEEDED with that result. */
  finish(id: string, result?: Json): Action;
  /** The next call of a method that returns a promise rejects with it. */
  failNext(error: Error): void;
  /** Set to see how others take it; counted figures stay. */
  setHealth(change: Partial<EngineHealth>): void;
  readonly submissions: readonly { readonly submission: Submission; readonly caller: Caller }[];
  readonly closed: boolean;
}

const ENDS: Readonly<Record<string, ActionState>> = {
  echo: "SUCCEEDED",
  fail: "DEAD",
  deny: "DENIED",
  notify: "AWAITING_APPROVAL",
  lost: "UNKNOWN",
  sleep: "RUNNING",
};

const WAYS: Readonly<Record<string, readonly ActionState[]>> = {
  SUCCEEDED: ["READY", "RUNNING", "SUCCEEDED"],
  DEAD: ["READY", "RUNNING", "DEAD"],
  DENIED: ["DENIED"],
  AWAITING_APPROVAL: ["AWAITING_APPROVAL"],
  UNKNOWN: ["READY", "RUNNING", "UNKNOWN"],
  RUNNING: ["READY", "RUNNING"],
  SIMULATED: ["SIMULATED"],
};

export function createTestingEngine(settings: RuntimeSettings = new RuntimeSettings()): TestingEngine {
  const actions = new Map<string, Action>();
  const keys = new Map<string, string>();
  const events: ActionEvent[] = [];
  const listeners = new Set<(event: ActionEvent) => void>();
  const submissions: { submission: Submission; caller: Caller }[] = [];
  const plans = new Map<string, ReplayPlan>();
  const runs = new Map<string, ReplayRun>();
  const waiting = new Map<string, Set<(action: Action) => void>>();
  const executor = testingExecutor(Object.keys(ENDS));
  const guardian = testingGuardian(POLICY_DIGEST);
  let health: Partial<EngineHealth> = {};
  let failure: Error | null = null;
  let clockMs = ENGINE_START_MS;
  let closed = false;

  function assertWell(): void {
    const thrown = failure;
    failure = null;
    if (thrown !== null) throw thrown;
    if (closed) throw new HoldpointError("HP-GATEWAY-STOPPING", "the gateway stops");
  }

  function change(before: Action | null, after: Action): Action {
    if (before !== null && !TRANSITIONS[before.state].includes(after.state)) {
      throw new HoldpointError("HP-GATEWAY-STATE-CONFLICT", `the action is ${before.state}`);
    }
    clockMs += 1;
    const leafIndex = events.length;
    const ended = TERMINAL_STATES.has(after.state);
    const action: Action = {
      ...after,
      revision: after.revision + 1,
      updatedAtMs: clockMs,
      receipt: ended ? { leafIndex, checkpointSize: leafIndex + 1 } : null,
      provisionalReceipt: after.state === "UNKNOWN" ? leafIndex : after.provisionalReceipt,
    };
    actions.set(action.id, action);
    const event: ActionEvent = { seq: leafIndex, action, from: before?.state ?? null };
    events.push(event);
    for (const listener of listeners) listener(event);
    if (isAtRest(action)) {
      for (const tell of waiting.get(action.id) ?? []) tell(action);
      waiting.delete(action.id);
    }
    return action;
  }

  function found(id: string): Action {
    const action = actions.get(id);
    if (action === undefined) throw new HoldpointError("HP-GATEWAY-NOT-FOUND", `there is no action ${id}`);
    return action;
  }

  function move(id: string, state: ActionState, more: Partial<Action>): Action {
    const before = found(id);
    return change(before, { ...before, ...more, state });
  }

  function walk(action: Action, target: ActionState): Action {
    let now = action;
    for (const state of WAYS[target] ?? []) now = move(now.id, state, entering(now, state, clockMs));
    return now;
  }

  function begin(submission: Submission, caller: Caller, replayOf: Action | null): Action {
    const target = submission.dryRun ? "SIMULATED" : ENDS[submission.adapter];
    if (target === undefined) {
      throw new HoldpointError("HP-GATEWAY-ADAPTER-UNKNOWN", `there is no adapter '${submission.adapter}'`);
    }
    const number = String(actions.size + 1).padStart(26, "0");
    return walk(change(null, receivedAction(`act_${number}`, submission, caller, clockMs, replayOf)), target);
  }

  return {
    submissions,
    guardian,
    executor,
    keys: testingKeys(),
    get settings() {
      return settings;
    },
    get closed() {
      return closed;
    },
    get health() {
      return { ...figuresOf([...actions.values()], events.length), stopping: closed, ...health };
    },
    finish: (id, result = null) => move(id, "SUCCEEDED", { result }),
    failNext: (error) => {
      failure = error;
    },
    setHealth: (changes) => {
      health = { ...health, ...changes };
    },
    async submit(submission, caller) {
      assertWell();
      submissions.push({ submission, caller });
      const key = submission.idempotencyKey === null ? null : `${caller.actor} ${submission.idempotencyKey}`;
      const earlier = key === null ? undefined : actions.get(keys.get(key) ?? "");
      if (earlier !== undefined) {
        if (earlier.fingerprint === fingerprintOf(submission)) return { action: earlier, repeated: true };
        throw new HoldpointError("HP-GATEWAY-KEY-REUSED", `the key belongs to ${earlier.id}`);
      }
      const action = begin(submission, caller, null);
      if (key !== null) keys.set(key, action.id);
      return { action, repeated: false };
    },
    async settled(id, waitMs) {
      const action = found(id);
      if (isAtRest(action) || waitMs <= 0) return action;
      return new Promise<Action>((resolve) => {
        const tellers = waiting.get(id) ?? new Set();
        const timer = setTimeout(() => tell(found(id)), waitMs);
        function tell(now: Action): void {
          clearTimeout(timer);
          tellers.delete(tell);
          resolve(now);
        }
        waiting.set(id, tellers.add(tell));
      });
    },
    get: (id) => actions.get(id) ?? null,
    list: (query) => listed([...actions.values()], query),
    async approve(id, caller, _reason) {
      assertWell();
      const action = found(id);
      if (action.actor === caller.actor) {
        throw new HoldpointError("HP-GATEWAY-APPROVER-IS-REQUESTER", "the approver asked for it");
      }
      move(id, "READY", { grant: grantOf(action, caller.actor, clockMs) });
      move(id, "RUNNING", {});
      return move(id, "SUCCEEDED", { result: action.arguments });
    },
    async deny(id, caller, _reason) {
      assertWell();
      return move(id, "DENIED", { endedBy: caller.actor });
    },
    async cancel(id, caller, _reason) {
      assertWell();
      return move(id, "CANCELLED", { endedBy: caller.actor });
    },
    async reconcile(id, caller, how) {
      assertWell();
      if (how.how === "failed")
        return move(id, "DEAD", {
          endedBy: caller.actor,
          error: errorOf("HP-ACTION-EXECUTION", "execution_error", how.reason),
        });
      return move(id, "SUCCEEDED", { endedBy: caller.actor, result: how.how === "succeeded" ? how.result : null });
    },
    receipt(id) {
      const action = actions.get(id);
      const index = action?.receipt?.leafIndex ?? action?.provisionalReceipt ?? null;
      if (action === undefined || index === null) return null;
      return {
        action_id: id,
        provisional: action.receipt === null,
        record: JSON.stringify({ action: id, state: action.state }),
        leaf_index: index,
        inclusion: { tree_size: index + 1, hashes: [] },
        checkpoint: `testing\n${index + 1}\n\n`,
      };
    },
    checkpoint: () => `testing\n${events.length}\n${"A".repeat(43)}=\n\n— testing AAAA\n`,
    trail: (correlationId): readonly TrailEntry[] =>
      events
        .filter(({ action }) => action.correlationId === correlationId)
        .map(({ seq, action, from }) => ({
          seq,
          at: new Date(action.updatedAtMs).toISOString(),
          kind: "action.state",
          action_id: action.id,
          body: { from, to: action.state },
        })),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    eventsAfter: (seq, { session, actor }, limit) =>
      events
        .filter((event) => event.seq > seq)
        .filter(({ action }) => session === null || action.sessionId === session)
        .filter(({ action }) => actor === null || action.actor === actor)
        .slice(0, limit),
    deadLetters(query) {
      const page = lettersOf([...actions.values()])
        .filter(({ status }) => query.status === undefined || status === query.status)
        .filter(({ failureClass }) => query.failureClass === undefined || failureClass === query.failureClass)
        .filter(({ adapter }) => query.adapter === undefined || adapter === query.adapter)
        .filter(({ diedAtMs }) => query.sinceMs === undefined || diedAtMs >= query.sinceMs)
        .reverse();
      return paged(page, query.cursor, query.limit);
    },
    deadLetter: (id) => lettersOf([...actions.values()]).find((letter) => letter.id === id) ?? null,
    planReplay(filter) {
      if (Object.keys(filter).length === 0) throw new HoldpointError("HP-GATEWAY-REPLAY-FILTER", "the filter is empty");
      const plan = planOf(`plan_${plans.size + 1}`, filter, lettersOf([...actions.values()]), clockMs);
      plans.set(plan.id, plan);
      return plan;
    },
    async startReplay(planId, terms, caller) {
      assertWell();
      const plan = plans.get(planId);
      if (plan === undefined) throw new HoldpointError("HP-GATEWAY-REPLAY-PLAN", `there is no plan ${planId}`);
      plans.delete(planId);
      const replayed = plan.items.slice(0, terms.max).map(({ id }) => {
        const original = found(id);
        return begin(submissionOf(original), caller, original).id;
      });
      const run: ReplayRun = {
        id: `run_${runs.size + 1}`,
        planId,
        state: "running",
        planned: plan.count,
        started: replayed.length,
        skipped: 0,
        succeeded: 0,
        failed: replayed.length,
        actionIds: replayed,
      };
      runs.set(run.id, run);
      return run;
    },
    replayRun: (id) => runs.get(id) ?? null,
    async abortReplay(id) {
      assertWell();
      const run = runs.get(id);
      if (run === undefined) throw new HoldpointError("HP-GATEWAY-NOT-FOUND", `there is no run ${id}`);
      const aborted: ReplayRun = { ...run, state: "aborted" };
      runs.set(id, aborted);
      return aborted;
    },
    async resetBreaker(name) {
      assertWell();
      return executor.breakers.reset(name, clockMs);
    },
    async changeSettings(patch: JsonObject, ifMatch) {
      assertWell();
      assertIfMatch(ifMatch, settings.etag);
      settings.apply(settings.plan(patch));
    },
    async reloadPolicy() {
      assertWell();
      return { digest: guardian.policyDigest };
    },
    async close() {
      closed = true;
    },
  };
}
