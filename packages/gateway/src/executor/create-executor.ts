import type { Json } from "@holdpoint/core";
import type { FailureClass, BreakerToken } from "@holdpoint/kit";
import type { PublicKey } from "@holdpoint/ledger";
import type {
  Adapter,
  AdapterCall,
  AdapterFailure,
  AdapterOutcome,
  Admission,
  Executor,
  OperationSpec,
  Permit,
  StatusAnswer,
  Ticket,
} from "../contract/adapter.ts";
import type { SettingsView } from "../contract/settings.ts";
import { askStatus } from "./ask-status.ts";
import { permitObjection } from "./check-permit.ts";
import { Circuits } from "./circuits.ts";
import { closeAll } from "./close-all.ts";
import { effectiveTimeoutMs } from "./effective-timeout.ts";
import { failure } from "./failure.ts";
import type { Place } from "./lanes.ts";
import { Lanes } from "./lanes.ts";
import { limitTime } from "./limit-time.ts";
import { readOutcome, thrownOutcome } from "./read-outcome.ts";
import type { ResultContracts } from "./check-result.ts";
import { checkResult, compileResultContracts } from "./check-result.ts";
import type { ExecutorTimers } from "./timers.ts";
import { GroupVerifier } from "./verify-group.ts";

export interface ExecutorOptions {
  readonly adapters: ReadonlyMap<string, Adapter>;
  readonly settings: SettingsView;
  /** Whose ALLOW counts; the executor has no key of its own that could make one. */
  readonly guardianKey: PublicKey;
  /** Origin of the guardian's notes. */
  readonly guardianOrigin: string;
  readonly nowMs: () => number;
  readonly timers: ExecutorTimers;
}

/** Cheap figures for `/metrics`. */
export interface ExecutorFigures {
  /** Calls whose adapter has not ended, those that were left behind among them. */
  readonly running: number;
  /** Answers that came after the attempt had been given up, and were dropped. */
  readonly lateAnswers: number;
}

export interface MeasuredExecutor extends Executor {
  readonly figures: ExecutorFigures;
  /** Told when the place of a call that was left behind is free again, which `run` had no way to tell. */
  onPlaceFreed(listener: () => void): void;
}

/** These say something of the other side's health; all others say something of the call. */
const FAILURES_OF_HEALTH: ReadonlySet<FailureClass> = new Set([
  "connection_bootstrap",
  "timeout",
  "execution_error",
  "backpressure",
  "unknown",
]);

/**
 * The way from a signed ALLOW to an effect: breaker, bulkhead, permit, time limit, result contract. Nothing is executed
 * that the guardian did not sign for exactly this call.
 *
 * @throws HoldpointError `HP-GATEWAY-CONFIG` for a result schema that is none
 * @throws TypeError for a guardian's key that is not Ed25519
 */
export function createExecutor(options: ExecutorOptions): MeasuredExecutor {
  return new GuardedExecutor(options);
}

/** A ticket's right, which is used up by ending it. */
interface Right {
  readonly breakerToken: BreakerToken;
  readonly place: Place;
}

class GuardedExecutor implements MeasuredExecutor {
  readonly adapters: ReadonlyMap<string, Adapter>;
  readonly breakers: Circuits;
  readonly #options: ExecutorOptions;
  readonly #stops = new Set<() => void>();
  readonly #lanes: Lanes;
  readonly #contracts: ResultContracts;
  readonly #groups: GroupVerifier;
  readonly #rights: Map<Ticket, Right> = new Map();
  readonly #freedListeners: (() => void)[] = [];
  #generation: number;
  #lateAnswers = 0;
  #isClosed = false;

  constructor(options: ExecutorOptions) {
    const { adapters, settings, nowMs } = options;
    this.#options = options;
    this.adapters = adapters;
    this.breakers = new Circuits(adapters.keys(), settings.current.breaker, nowMs);
    this.#lanes = new Lanes(adapters.keys(), settings.current.executor);
    this.#contracts = compileResultContracts(adapters.values());
    this.#groups = new GroupVerifier(options.guardianOrigin, options.guardianKey);
    this.#generation = settings.generation;
  }

  get figures(): ExecutorFigures {
    return { running: this.#lanes.running, lateAnswers: this.#lateAnswers };
  }

  admit(adapter: string, nowMs: number): Admission {
    this.#followSettings(nowMs);
    const breaker = this.breakers.get(adapter);
    if (breaker === undefined) return { kind: "open", retryAfterMs: this.#options.settings.current.breaker.open_ms };
    if (this.#isClosed) return { kind: "busy" };
    const admission = breaker.admit(nowMs);
    if (!admission.admitted) return { kind: "open", retryAfterMs: admission.retryAfterMs };
    const place = this.#lanes.enter(adapter);
    if (place === null) {
      breaker.release(admission.token);
      return { kind: "busy" };
    }
    const ticket: Ticket = { adapter, token: admission.token };
    this.#rights.set(ticket, { breakerToken: admission.token, place });
    return { kind: "admitted", ticket };
  }

  release(ticket: Ticket): void {
    const right = this.#take(ticket);
    if (right === null) return;
    this.breakers.get(right.place.adapter)?.release(right.breakerToken);
    this.#lanes.leave(right.place);
  }

  async run(ticket: Ticket, permit: Permit | null, call: Omit<AdapterCall, "signal">): Promise<AdapterOutcome> {
    const right = this.#take(ticket);
    if (right === null) return refused("the ticket was ended before, or is none");
    const { place, breakerToken } = right;
    const startedAtMs = this.#options.nowMs();
    const ready = this.#prepare(place.adapter, permit, call, startedAtMs);
    const breaker = this.breakers.get(place.adapter);
    if ("ok" in ready) {
      breaker?.release(breakerToken);
      this.#lanes.leave(place);
      return ready;
    }
    let isAnswered = false;
    const outcome = await this.#execute(ready, call, () => {
      this.#lanes.leave(place);
      if (isAnswered) for (const listener of this.#freedListeners) listener();
    });
    isAnswered = true;
    if (outcome.ok || FAILURES_OF_HEALTH.has(outcome.failureClass)) {
      const endedAtMs = this.#options.nowMs();
      breaker?.record(breakerToken, { ok: outcome.ok, durationMs: endedAtMs - startedAtMs }, endedAtMs);
    } else breaker?.release(breakerToken);
    return outcome;
  }

  onPlaceFreed(listener: () => void): void {
    this.#freedListeners.push(listener);
  }

  status(call: Omit<AdapterCall, "signal">, adapter: string): Promise<StatusAnswer> {
    const { timeout_ms: timeoutMs, result_size_bytes: resultSizeBytesMax } = this.#options.settings.current.executor;
    return askStatus(this.adapters.get(adapter), call, { timeoutMs, resultSizeBytesMax, timers: this.#options.timers });
  }

  close(): Promise<void> {
    this.#isClosed = true;
    // What is still under way is told to stop, and its outcome is what it says within the grace.
    for (const stop of this.#stops) stop();
    return closeAll(this.adapters.values(), this.#options.timers);
  }

  /** A failure when it must not, or cannot, be executed. */
  #prepare(
    adapterName: string,
    permit: Permit | null,
    call: Omit<AdapterCall, "signal">,
    nowMs: number,
  ): Ready | AdapterFailure {
    const { actionId, operation: operationName } = call;
    const asked = { actionId, adapter: adapterName, operation: operationName, arguments: call.arguments };
    const objection = permitObjection(permit, asked, nowMs, (group) => this.#groups.verify(group));
    if (objection !== null) return refused(objection);
    const adapter = this.adapters.get(adapterName);
    const operation = adapter?.operations.get(operationName);
    if (adapter === undefined || operation === undefined) return refused("there is no such operation");
    const timeoutMs = effectiveTimeoutMs(operation, this.#options.settings.current.executor.timeout_ms, call, nowMs);
    if (timeoutMs > 0) return { adapter, operation, timeoutMs };
    const message = "the deadline passed before the attempt could start";
    return failure({ failureClass: "timeout", sent: false, code: "HP-ACTION-DEADLINE", message });
  }

  #execute(
    { adapter, operation, timeoutMs }: Ready,
    call: Omit<AdapterCall, "signal">,
    ended: () => void,
  ): Promise<AdapterOutcome> {
    let stop: (() => void) | null = null;
    const overdue = (): AdapterFailure =>
      failure({ failureClass: "timeout", sent: true, message: `${adapter.name} did not answer in ${timeoutMs} ms` });
    return limitTime<AdapterOutcome>({
      timeoutMs,
      timers: this.#options.timers,
      start: async (signal) => {
        const outcome = readOutcome(await adapter.execute({ ...call, timeoutMs, signal }));
        return outcome.ok ? this.#checked(outcome.result, adapter, operation) : outcome;
      },
      overdue,
      threw: (thrown, timedOut) => (timedOut ? overdue() : thrownOutcome(thrown)),
      begun: (stopNow) => {
        stop = stopNow;
        this.#stops.add(stopNow);
      },
      ended: () => {
        if (stop !== null) this.#stops.delete(stop);
        ended();
      },
      late: () => {
        this.#lateAnswers += 1;
      },
    });
  }

  #checked(result: Json, adapter: Adapter, operation: OperationSpec): AdapterOutcome {
    const { result_size_bytes: sizeBytesMax } = this.#options.settings.current.executor;
    return checkResult(result, sizeBytesMax, this.#contracts.get(adapter.name)?.get(operation.name));
  }

  #take(ticket: Ticket): Right | null {
    const right = this.#rights.get(ticket) ?? null;
    this.#rights.delete(ticket);
    return right;
  }

  #followSettings(nowMs: number): void {
    const { generation, current } = this.#options.settings;
    if (generation === this.#generation) return;
    this.#generation = generation;
    this.breakers.configure(current.breaker, nowMs);
    this.#lanes.resize(current.executor);
  }
}

interface Ready {
  readonly adapter: Adapter;
  readonly operation: OperationSpec;
  readonly timeoutMs: number;
}

function refused(objection: string): AdapterFailure {
  return failure({
    failureClass: "policy_denied",
    sent: false,
    code: "HP-ACTION-PERMIT",
    message: `nothing was executed: ${objection}`,
  });
}
