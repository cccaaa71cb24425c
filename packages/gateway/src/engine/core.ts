import { HoldpointError } from "@holdpoint/core";
import type { FailureClass } from "@holdpoint/kit";
import { FAILURE_CLASSES } from "@holdpoint/kit";
import type { Action } from "../contract/action.ts";
import type { Executor } from "../contract/adapter.ts";
import type { ActionEvent } from "../contract/engine.ts";
import type { Guardian } from "../contract/guardian.ts";
import type { ActionState } from "../contract/state.ts";
import { ACTION_STATES, TERMINAL_STATES } from "../contract/state.ts";
import { RetryAfterError } from "../errors/retry-after.ts";
import type { RuntimeSettings } from "../settings/runtime-settings.ts";
import { expiresAtMs } from "../machine/record-text.ts";
import type { ActionReader } from "../store/reader.ts";
import type { Tracing } from "../tracing/tracing.ts";
import type { Writer } from "../store/writer.ts";
import type { Committed } from "./committer.ts";
import { Committer } from "./committer.ts";
import type { LiveAction } from "./live-action.ts";
import type { StepTerms } from "./step.ts";
import { stepChange } from "./step.ts";
import type { Timers } from "./timers.ts";

export interface EngineParts {
  readonly writer: Writer;
  readonly reader: ActionReader;
  readonly guardian: Guardian;
  readonly executor: Executor;
  readonly settings: RuntimeSettings;
  readonly nowMs: () => number;
  /** Numbers in [0, 1). */
  readonly random: () => number;
  readonly randomBytes: (sizeBytes: number) => Uint8Array;
  readonly timers: Timers;
  readonly tracing: Tracing;
  /** Reads the policy again; its text and file. */
  readonly readPolicy: () => Promise<{ readonly text: string; readonly file: string }>;
  readonly log: (line: Readonly<Record<string, unknown>>) => void;
}

/** When to try again what was refused for a state that passes. */
export const COME_BACK_MS = 1000;

type Counts<Name extends string> = Record<Name, number>;

/** What all parts of the engine share: the actions that have not ended, and the one way of changing one. */
export class EngineCore {
  readonly parts: EngineParts;
  readonly committer: Committer;
  readonly live: Map<string, LiveAction> = new Map<string, LiveAction>();
  readonly listeners: Set<(event: ActionEvent) => void> = new Set();
  readonly liveByState: Counts<ActionState> = zeros(ACTION_STATES);
  readonly ended: Counts<ActionState> = zeros(ACTION_STATES);
  readonly failures: Counts<FailureClass> = zeros(FAILURE_CLASSES);
  stopping = false;
  openDeadLetters = 0;

  constructor(parts: EngineParts) {
    this.parts = parts;
    const { writer, timers, guardian } = parts;
    this.committer = new Committer({ writer, timers, budgetRows: (held) => guardian.budgetRows(held) });
  }

  now(): number {
    return this.parts.nowMs();
  }

  /** The time for an action: never before what has happened to it, however the clock steps back. */
  nowOf({ updatedAtMs }: Action): number {
    return Math.max(this.now(), updatedAtMs);
  }

  /** @throws RetryAfterError `HP-GATEWAY-STOPPING`, `HP-GATEWAY-STORAGE…`: nothing new is taken now */
  assertOpen(): void {
    if (this.stopping) throw new RetryAfterError("HP-GATEWAY-STOPPING", "the gateway is shutting down", COME_BACK_MS);
    const { trouble } = this.committer;
    if (trouble !== null) throw new RetryAfterError(trouble.code, trouble.message, COME_BACK_MS);
  }

  /**
   * Commits a transition, then makes it visible, then goes on. `mustHold`: it has happened already, so it is tried
   * until it is durable. While it is being committed the action takes no other transition.
   */
  apply(
    live: LiveAction,
    terms: StepTerms,
    mustHold: boolean,
    done: (error: HoldpointError | null, action: Action | null) => void,
  ): void {
    live.next = terms.to;
    this.committer.add(stepChange(terms), terms.to.reservations, mustHold, (error, committed) => {
      live.next = null;
      if (committed === null) done(error ?? new HoldpointError("HP-GATEWAY-STORAGE", "the store refused"), null);
      else done(null, this.#made(live, terms, committed));
    });
  }

  #made(live: LiveAction, { to, from, isVerdict }: StepTerms, { place, proof }: Committed): Action {
    const isEnd = TERMINAL_STATES.has(to.state);
    const action: Action = isEnd
      ? { ...to, receipt: { leafIndex: place.receiptSeq, checkpointSize: place.checkpointSize } }
      : to.state === "UNKNOWN"
        ? { ...to, provisionalReceipt: place.receiptSeq }
        : to;
    if (live.action !== null) this.liveByState[live.action.state] -= 1;
    live.action = action;
    if (isVerdict && proof !== null) {
      live.proof = proof;
      live.proofExpiresAtMs = expiresAtMs(to);
    }
    if (!isEnd) this.liveByState[action.state] += 1;
    if (isEnd || action.state === "UNKNOWN") this.#ended(live, action);
    for (const listener of this.listeners) listener({ seq: place.seq, action, from });
    return action;
  }

  #ended(live: LiveAction, action: Action): void {
    this.live.delete(action.id);
    this.ended[action.state] += 1;
    if (action.error !== null) this.failures[action.error.failureClass] += 1;
    if (action.state === "DEAD" && action.replayOf === null) this.openDeadLetters += 1;
    if (action.state === "SUCCEEDED" && action.replayOf !== null) this.openDeadLetters -= 1;
    this.clearTimer(live);
    this.tell(live, action);
  }

  /** Lets everybody who waits for the action go on. */
  tell(live: LiveAction, action: Action): void {
    if (live.waiters.size === 0) return;
    const waiters = [...live.waiters];
    live.waiters.clear();
    for (const waiter of waiters) waiter(action);
  }

  setTimer(live: LiveAction, delayMs: number, task: () => void): void {
    this.clearTimer(live);
    live.timer = this.parts.timers.set(
      () => {
        live.timer = null;
        task();
      },
      Math.max(0, delayMs),
    );
  }

  clearTimer(live: LiveAction): void {
    if (live.timer !== null) this.parts.timers.clear(live.timer);
    live.timer = null;
  }
}

function zeros<Name extends string>(names: readonly Name[]): Counts<Name> {
  return Object.fromEntries(names.map((name) => [name, 0])) as Counts<Name>;
}
