import type { JsonObject } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import type { Action, Submission } from "../contract/action.ts";
import type { DeadLetter, DeadLetterQuery, ReplayFilter, ReplayPlan, ReplayRun } from "../contract/dead-letter.ts";
import type {
  ActionEvent,
  ActionQuery,
  Engine,
  EngineHealth,
  Page,
  ReceiptView,
  Reconciliation,
  Submitted,
  TrailEntry,
} from "../contract/engine.ts";
import type { Caller } from "../contract/principal.ts";
import type { PublicKeys } from "../contract/public-keys.ts";
import { TERMINAL_STATES } from "../contract/state.ts";
import { deadLetterOf } from "../dead-letters/dead-letter.ts";
import type { Approvals } from "./approvals.ts";
import type { EngineCore } from "./core.ts";
import { boundedWait } from "./bounded-wait.ts";
import { drain } from "./drain.ts";
import type { Governance } from "./governance.ts";
import type { Replays } from "./replays.ts";
import type { Runner } from "./runner.ts";
import type { Submissions } from "./submit.ts";
import type { Unknowns } from "./unknowns.ts";

export interface EngineRooms {
  readonly core: EngineCore;
  readonly runner: Runner;
  readonly approvals: Approvals;
  readonly submissions: Submissions;
  readonly governance: Governance;
  readonly unknowns: Unknowns;
  readonly replays: Replays;
}

/** The action hold point as HTTP, WebSocket and tests see it; the work is done in the rooms. */
export class GatewayEngine implements Engine {
  readonly #rooms: EngineRooms;
  readonly guardian: Engine["guardian"];
  readonly executor: Engine["executor"];
  readonly settings: Engine["settings"];

  constructor(rooms: EngineRooms) {
    this.#rooms = rooms;
    const { guardian, executor, settings } = rooms.core.parts;
    this.guardian = guardian;
    this.executor = executor;
    this.settings = settings;
  }

  async submit(submission: Submission, caller: Caller): Promise<Submitted> {
    const { core, submissions } = this.#rooms;
    return boundedWait(submissions.submit(submission, caller), core.parts.timers);
  }

  async settled(id: string, waitMs: number): Promise<Action> {
    const { core } = this.#rooms;
    const live = core.live.get(id);
    const action = live?.action ?? core.parts.reader.get(id);
    if (action === null) throw notFound(id);
    if (live === undefined || isAtRest(action) || waitMs <= 0) return action;
    return new Promise((resolve) => {
      const finish = (now: Action): void => {
        core.parts.timers.clear(timer);
        live.waiters.delete(finish);
        resolve(now);
      };
      const timer = core.parts.timers.set(() => finish(live.action ?? action), waitMs);
      live.waiters.add(finish);
    });
  }

  get(id: string): Action | null {
    const { core } = this.#rooms;
    return core.live.get(id)?.action ?? core.parts.reader.get(id);
  }

  list(query: ActionQuery): Page<Action> {
    return this.#reader.list(query);
  }

  approve(id: string, caller: Caller, reason: string): Promise<Action> {
    return this.#rooms.approvals.approve(id, caller, reason);
  }

  deny(id: string, caller: Caller, reason: string): Promise<Action> {
    return this.#rooms.approvals.deny(id, caller, reason);
  }

  cancel(id: string, caller: Caller, reason: string): Promise<Action> {
    return this.#rooms.approvals.cancel(id, caller, reason);
  }

  reconcile(id: string, caller: Caller, how: Reconciliation): Promise<Action> {
    return this.#rooms.unknowns.reconcile(id, caller.actor, how);
  }

  receipt(id: string): ReceiptView | null {
    return this.#reader.receipt(id);
  }

  checkpoint(): string {
    return this.#rooms.core.committer.checkpoint ?? this.#reader.checkpoint() ?? "";
  }

  trail(correlationId: string): readonly TrailEntry[] {
    return this.#reader.trail(correlationId);
  }

  subscribe(listener: (event: ActionEvent) => void): () => void {
    const { listeners } = this.#rooms.core;
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }

  eventsAfter(
    seq: number,
    filter: { readonly session: string | null; readonly actor: string | null },
    limit: number,
  ): readonly ActionEvent[] {
    return this.#reader.events(seq, filter, limit);
  }

  deadLetters(query: DeadLetterQuery): Page<DeadLetter> {
    const { items, cursor } = this.#reader.deadActions(query);
    return { items: items.map(deadLetterOf), cursor };
  }

  deadLetter(id: string): DeadLetter | null {
    const dead = this.#reader.deadAction(id);
    return dead === null ? null : deadLetterOf(dead);
  }

  planReplay(filter: ReplayFilter): ReplayPlan {
    return this.#rooms.replays.plan(filter);
  }

  startReplay(
    planId: string,
    terms: { readonly ratePerSecond: number; readonly max: number },
    caller: Caller,
  ): Promise<ReplayRun> {
    return this.#rooms.replays.start(planId, terms, caller);
  }

  replayRun(id: string): ReplayRun | null {
    return this.#rooms.replays.run(id);
  }

  abortReplay(id: string, caller: Caller): Promise<ReplayRun> {
    return this.#rooms.replays.abort(id, caller);
  }

  resetBreaker(name: string, caller: Caller): Promise<boolean> {
    return this.#rooms.governance.resetBreaker(name, caller);
  }

  changeSettings(patch: JsonObject, ifMatch: string, caller: Caller): Promise<void> {
    return this.#rooms.governance.changeSettings(patch, ifMatch, caller);
  }

  reloadPolicy(caller: Caller): Promise<{ readonly digest: string }> {
    return this.#rooms.governance.reloadPolicy(caller);
  }

  get keys(): PublicKeys {
    const { origin, ledgerKey, guardianOrigin, guardianKey } = this.#rooms.core.parts.writer;
    return { ledger: { origin, key: ledgerKey }, guardian: { origin: guardianOrigin, key: guardianKey } };
  }

  get health(): EngineHealth {
    const { core, runner } = this.#rooms;
    const { committer, parts } = core;
    const reasons = [
      ...(committer.trouble === null ? [] : [committer.trouble.code]),
      ...(core.stopping ? ["HP-GATEWAY-STOPPING"] : []),
    ];
    return {
      ready: reasons.length === 0,
      reasons,
      stopping: core.stopping,
      liveByState: core.liveByState,
      queueDepth: runner.queued,
      running: runner.running,
      ended: core.ended,
      failures: core.failures,
      commits: committer.groups,
      committedChanges: committer.changes,
      openDeadLetters: core.openDeadLetters,
      ledgerSize: committer.size,
      anchoredUpTo: parts.writer.anchoredUpTo,
    };
  }

  close(drainMs: number): Promise<void> {
    return drain(this.#rooms.core, this.#rooms.runner, drainMs);
  }

  get #reader(): EngineCore["parts"]["reader"] {
    return this.#rooms.core.parts.reader;
  }
}

/** Nothing more happens by itself, or only a person can go on. */
function isAtRest({ state }: Action): boolean {
  return TERMINAL_STATES.has(state) || state === "UNKNOWN" || state === "AWAITING_APPROVAL";
}

function notFound(id: string): HoldpointError {
  return new HoldpointError("HP-GATEWAY-NOT-FOUND", `there is no action ${id.slice(0, 100)}`);
}
