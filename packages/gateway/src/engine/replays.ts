import { HoldpointError } from "@holdpoint/core";
import { formatTraceparent, linkedTrace, newCorrelationId, newTrace, parseTraceparent } from "@holdpoint/kit";
import type { Action, Submission } from "../contract/action.ts";
import type { ReplayFilter, ReplayPlan, ReplayRun } from "../contract/dead-letter.ts";
import type { Caller, Role } from "../contract/principal.ts";
import { statusOf } from "../dead-letters/dead-letter.ts";
import type { PlannedReplay } from "../dead-letters/plan-replay.ts";
import { planReplay } from "../dead-letters/plan-replay.ts";
import { TERMINAL_STATES } from "../contract/state.ts";
import type { EngineCore } from "./core.ts";
import type { Submissions } from "./submit.ts";
import { requestOf } from "./submit.ts";

const PLANS_MAX = 100;
const RUNS_MAX = 100;
const RUN_IDS_MAX = 1000;
const REQUESTER: ReadonlySet<Role> = new Set(["requester"]);

interface Run {
  view: ReplayRun;
  readonly ids: readonly string[];
  next: number;
  readonly everyMs: number;
  readonly max: number;
  readonly by: Caller;
}

/** Replays dead letters: plan, then run, at a bounded rate, to a cap, with progress, and it can be stopped. */
export class Replays {
  readonly #core: EngineCore;
  readonly #submissions: Submissions;
  readonly #plans = new Map<string, PlannedReplay>();
  readonly #runs = new Map<string, Run>();
  /** Letters whose replay is not durable yet: the store does not know of it. */
  readonly #beginning = new Set<string>();

  constructor(core: EngineCore, submissions: Submissions) {
    this.#core = core;
    this.#submissions = submissions;
  }

  plan(filter: ReplayFilter): ReplayPlan {
    const { reader, guardian, executor } = this.#core.parts;
    const nowMs = this.#core.now();
    const planned = planReplay(filter, {
      id: this.#id("plan_"),
      nowMs,
      reader,
      preview: (letter) => {
        const action = reader.get(letter.id) as Action;
        return guardian.preview(requestOf(action, { actor: action.actor, roles: REQUESTER }, this.#core));
      },
      breakerState: (adapter) => {
        const state = executor.breakers.view(adapter, nowMs)?.["state"];
        return typeof state === "string" ? state : "closed";
      },
    });
    for (const [id, { plan }] of this.#plans) if (plan.expiresAtMs <= nowMs) this.#plans.delete(id);
    const [oldest] = this.#plans.keys();
    if (this.#plans.size >= PLANS_MAX && oldest !== undefined) this.#plans.delete(oldest);
    this.#plans.set(planned.plan.id, planned);
    return planned.plan;
  }

  async start(
    planId: string,
    terms: { readonly ratePerSecond: number; readonly max: number },
    by: Caller,
  ): Promise<ReplayRun> {
    const planned = this.#plans.get(planId);
    if (planned === undefined || planned.plan.expiresAtMs <= this.#core.now()) {
      throw new HoldpointError("HP-GATEWAY-REPLAY-PLAN", "the plan is not there, has ended, or was run already");
    }
    // Taken at once, so that two who start it at the same time cannot both have it.
    this.#plans.delete(planId);
    const id = this.#id("replay_");
    const ids = planned.ids.slice(0, terms.max);
    const run: Run = {
      view: {
        id,
        planId,
        state: "running",
        planned: ids.length,
        started: 0,
        skipped: 0,
        succeeded: 0,
        failed: 0,
        actionIds: [],
      },
      ids,
      next: 0,
      everyMs: 1000 / terms.ratePerSecond,
      max: terms.max,
      by,
    };
    await this.#record("replay-started", { by: by.actor, letters: ids.length, plan: planId, run: id });
    const [oldest] = this.#runs.keys();
    if (this.#runs.size >= RUNS_MAX && oldest !== undefined) this.#runs.delete(oldest);
    this.#runs.set(id, run);
    this.#step(run);
    return run.view;
  }

  run(id: string): ReplayRun | null {
    return this.#runs.get(id)?.view ?? null;
  }

  async abort(id: string, by: Caller): Promise<ReplayRun> {
    const run = this.#runs.get(id);
    if (run === undefined) throw new HoldpointError("HP-GATEWAY-NOT-FOUND", "there is no such replay");
    if (run.view.state !== "running") {
      throw new HoldpointError("HP-GATEWAY-STATE-CONFLICT", `the replay is ${run.view.state}`);
    }
    run.view = { ...run.view, state: "aborted" };
    await this.#record("replay-aborted", { by: by.actor, run: id, started: run.view.started });
    return run.view;
  }

  #step(run: Run): void {
    if (run.view.state !== "running" || this.#core.stopping) return;
    const id = run.ids[run.next];
    if (id === undefined) {
      this.#finish(run);
      return;
    }
    run.next += 1;
    this.#one(run, id);
    this.#core.parts.timers.set(() => this.#step(run), run.everyMs);
  }

  /** Done when every letter had its turn and every replay of it has ended. */
  #finish(run: Run): void {
    const { state, started, skipped, succeeded, failed } = run.view;
    if (state !== "running" || run.next < run.ids.length || succeeded + failed < started) return;
    run.view = { ...run.view, state: "done" };
    const body = { failed, run: run.view.id, skipped, started, succeeded };
    this.#record("replay-ended", body).catch(() => undefined);
  }

  #count(run: Run, name: "succeeded" | "failed"): void {
    run.view = { ...run.view, [name]: run.view[name] + 1 };
    this.#finish(run);
  }

  #one(run: Run, id: string): void {
    const dead = this.#core.parts.reader.deadAction(id);
    if (dead === null || statusOf(dead.replays) !== "open" || this.#beginning.has(id)) {
      run.view = { ...run.view, skipped: run.view.skipped + 1 };
      return;
    }
    const generation = 1 + Math.max(dead.action.generation, ...dead.replays.map((replay) => replay.generation));
    const caller = this.#caller(dead.action);
    run.view = { ...run.view, started: run.view.started + 1 };
    let submitted: ReturnType<Submissions["submit"]>;
    try {
      submitted = this.#submissions.submit(submissionOf(dead.action), caller, { replayOf: id, generation });
    } catch {
      this.#count(run, "failed");
      return;
    }
    this.#beginning.add(id);
    submitted.then(
      ({ action }) => {
        this.#beginning.delete(id);
        const actionIds = [...run.view.actionIds, action.id].slice(0, RUN_IDS_MAX);
        run.view = { ...run.view, actionIds };
        this.#follow(run, action);
      },
      () => {
        this.#beginning.delete(id);
        this.#count(run, "failed");
      },
    );
  }

  #follow(run: Run, action: Action): void {
    const live = this.#core.live.get(action.id);
    const count = (ended: Action): void => {
      if (ended.state === "AWAITING_APPROVAL") {
        live?.waiters.add(count);
        return;
      }
      this.#count(run, ended.state === "SUCCEEDED" ? "succeeded" : "failed");
    };
    if (live === undefined || TERMINAL_STATES.has(action.state))
      count(live?.action ?? this.#core.parts.reader.get(action.id) ?? action);
    else live.waiters.add(count);
  }

  /** The original's asker, in a trace of its own that says where it comes from. */
  #caller(original: Action): Caller {
    const { randomBytes, tracing } = this.#core.parts;
    const parent = parseTraceparent(original.traceparent);
    const trace = parent === null ? newTrace(randomBytes) : linkedTrace(parent, randomBytes).trace;
    const traceparent = formatTraceparent(trace);
    const attributes = { "holdpoint.replay_of": original.id };
    tracing.span({ name: "replay", parent: traceparent, link: original.traceparent, attributes })?.end({ ok: true });
    return {
      actor: original.actor,
      roles: REQUESTER,
      correlationId: original.correlationId,
      traceparent,
      tracestate: null,
    };
  }

  #id(prefix: string): string {
    return prefix + newCorrelationId(this.#core.now(), this.#core.parts.randomBytes).slice("req_".length);
  }

  async #record(kind: string, body: Readonly<Record<string, string | number>>): Promise<void> {
    const records = [{ kind, run: "", text: JSON.stringify(body) }];
    const none = { verdict: -1, signedSingly: false, receipt: -1, isProvisional: false } as const;
    await this.#core.committer.commit({ records, ...none, action: null, key: null, budgets: [], states: [] });
  }
}

function submissionOf(action: Action): Submission {
  return {
    adapter: action.adapter,
    operation: action.operation,
    arguments: action.arguments,
    sessionId: action.sessionId,
    turnId: action.turnId,
    risk: action.decision?.risk ?? null,
    dryRun: false,
    deadlineMs: null,
    idempotencyKey: null,
  };
}
