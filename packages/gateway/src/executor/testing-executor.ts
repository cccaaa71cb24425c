import type { JsonObject } from "@holdpoint/core";
import { canonicalize, digestOf } from "@holdpoint/core";
import { CompactRange, leafText, makeSigner, signCheckpoint } from "@holdpoint/ledger";
import type {
  Adapter,
  AdapterCall,
  AdapterOutcome,
  OperationSpec,
  Permit,
  Ticket,
  VerdictGroup,
} from "../contract/adapter.ts";
import type { Settings, SettingsView } from "../contract/settings.ts";
import type { ExecutorOptions, MeasuredExecutor } from "./create-executor.ts";
import { createExecutor } from "./create-executor.ts";
import type { ExecutorTimers } from "./timers.ts";

export const GUARDIAN_ORIGIN = "holdpoint.test/guardian";
export const GUARDIAN: ReturnType<typeof makeSigner>["signer"] = makeSigner().signer;
export const POLICY: string = `sha256:${"7".repeat(64)}`;

type Call = Omit<AdapterCall, "signal">;

/** A call of `echo/echo` that changes make into another. */
export function callOf(changes: Partial<Call> = {}): Call {
  return {
    actionId: "act_1",
    attempt: 1,
    operation: "echo",
    arguments: { text: "hello" },
    idempotencyKey: "key-1",
    correlationId: "req_1",
    traceparent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
    tracestate: null,
    timeoutMs: 1000,
    deadlineAtMs: null,
    ...changes,
  };
}

/** The same for adapters, which are given a signal. */
export function adapterCall(changes: Partial<AdapterCall> = {}): AdapterCall {
  return { ...callOf(), signal: new AbortController().signal, ...changes };
}

export function operationOf(name: string, changes: Partial<OperationSpec> = {}): OperationSpec {
  return {
    name,
    title: name,
    idempotent: false,
    risk: "safe",
    argumentsSchema: { type: "object", additionalProperties: true },
    resultSchema: null,
    timeoutMs: null,
    ...changes,
  };
}

/** The guardian's words on a call, as they are signed. */
export function verdictOf(adapter: string, call: Call, changes: JsonObject = {}): JsonObject {
  return {
    action: call.actionId,
    actor: "tester",
    adapter,
    arguments: digestOf(call.arguments),
    correlation: call.correlationId,
    decision: "ALLOW",
    generation: 0,
    operation: call.operation,
    policy: POLICY,
    reason_code: "rule_allowed",
    risk: "safe",
    ...changes,
  };
}

export function groupOf(
  texts: readonly string[],
  signer: typeof GUARDIAN = GUARDIAN,
  origin: string = GUARDIAN_ORIGIN,
): VerdictGroup {
  const range = new CompactRange();
  for (const text of texts) range.append(leafText(Buffer.from(text)));
  const checkpoint = { origin, size: texts.length, root: range.root(), extensions: [] };
  return { verdictTexts: texts, note: signCheckpoint(checkpoint, [signer]) };
}

/** A sound permit, second of three in its group. */
export function permitOf(adapter: string, call: Call, verdict: JsonObject = verdictOf(adapter, call)): Permit {
  const verdictText = canonicalize(verdict);
  return {
    decision: "ALLOW",
    actionId: call.actionId,
    adapter,
    operation: call.operation,
    argumentsDigest: digestOf(call.arguments),
    policyDigest: POLICY,
    expiresAtMs: null,
    proof: { verdictText, index: 1, group: groupOf(['{"action":"first"}', verdictText, '{"action":"last"}']) },
  };
}

/** An adapter of one operation that does what it is told, and counts. */
export function scripted(
  name: string,
  execute: (call: AdapterCall) => Promise<AdapterOutcome>,
  changes: Partial<OperationSpec> = {},
): Adapter & { readonly calls: AdapterCall[] } {
  const calls: AdapterCall[] = [];
  return {
    name,
    kind: "function",
    operations: new Map([[name, operationOf(name, changes)]]),
    calls,
    execute: (call) => {
      calls.push(call);
      return execute(call);
    },
    close: () => Promise.resolve(),
  };
}

/** A clock and its timers, which stand still until they are turned. */
export class TestClock {
  nowMs = 1_000_000;
  readonly #timers: Map<number, { readonly atMs: number; readonly run: () => void }> = new Map();
  #next = 1;
  readonly timers: ExecutorTimers = {
    set: (run, ms) => {
      this.#timers.set(this.#next, { atMs: this.nowMs + ms, run });
      return this.#next++;
    },
    clear: (handle) => void this.#timers.delete(handle as number),
  };

  get waiting(): number {
    return this.#timers.size;
  }

  /** Lets time pass, timer by timer; between them promises settle. */
  async pass(ms: number): Promise<void> {
    const endMs = this.nowMs + ms;
    await settled();
    for (;;) {
      const [due] = [...this.#timers].filter(([, { atMs }]) => atMs <= endMs).toSorted((a, b) => a[1].atMs - b[1].atMs);
      if (due === undefined) break;
      this.#timers.delete(due[0]);
      this.nowMs = Math.max(this.nowMs, due[1].atMs);
      due[1].run();
      await settled();
    }
    this.nowMs = endMs;
  }
}

/** Lets everything that waits for nothing but promises go on. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

export function settingsOf(
  changes: {
    readonly executor?: Partial<Settings["executor"]>;
    readonly breaker?: Partial<Settings["breaker"]>;
  } = {},
): Settings {
  return {
    freeze: { active: false },
    executor: {
      concurrency: 100,
      per_adapter_concurrency: 50,
      timeout_ms: 1000,
      result_size_bytes: 10_000,
      ...changes.executor,
    },
    retry: {
      base_ms: 1,
      cap_ms: 10,
      connection_bootstrap: 3,
      timeout: 2,
      execution_error: 2,
      backpressure: 3,
      unknown: 1,
    },
    breaker: {
      window_calls: 10,
      minimum_calls: 5,
      failure_rate_percent: 50,
      slow_call_ms: 500,
      slow_call_rate_percent: 80,
      open_ms: 100,
      probe_timeout_ms: 1000,
      ...changes.breaker,
    },
    limits: { live_actions: 100, requests_per_second_per_actor: 100, burst_per_actor: 100 },
    http: { wait_ms: 100, wait_ms_max: 1000 },
  };
}

export interface Bench {
  readonly clock: TestClock;
  readonly executor: MeasuredExecutor;
  readonly view: SettingsView & { current: Settings; generation: number };
}

/** An executor over adapters, with a clock that stands still. */
export function benchOf(
  adapters: readonly Adapter[],
  settings: Settings = settingsOf(),
  changes: Partial<ExecutorOptions> = {},
): Bench {
  const clock = new TestClock();
  const view = { current: settings, generation: 1 };
  const executor = createExecutor({
    adapters: new Map(adapters.map((adapter) => [adapter.name, adapter])),
    settings: view,
    guardianKey: GUARDIAN.publicKey,
    guardianOrigin: GUARDIAN_ORIGIN,
    nowMs: () => clock.nowMs,
    timers: clock.timers,
    ...changes,
  });
  return { clock, executor, view };
}

export function admitted({ executor, clock }: Bench, adapter: string): Ticket {
  const admission = executor.admit(adapter, clock.nowMs);
  if (admission.kind !== "admitted") throw new Error(`${adapter} is ${admission.kind}`);
  return admission.ticket;
}

/** Admits a call with a sound permit and runs it. */
export function runOn(bench: Bench, adapter: string, changes: Partial<Call> = {}): Promise<AdapterOutcome> {
  const call = callOf({ operation: adapter, ...changes });
  return bench.executor.run(admitted(bench, adapter), permitOf(adapter, call), call);
}
