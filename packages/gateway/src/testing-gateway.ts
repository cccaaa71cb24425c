import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { JsonObject } from "@holdpoint/core";
import { LEDGER_FILE } from "@holdpoint/ledger";
import type { Submission } from "./contract/action.ts";
import type { Adapter, AdapterCall, AdapterOutcome, OperationSpec, StatusAnswer } from "./contract/adapter.ts";
import type { Caller, Role } from "./contract/principal.ts";
import type { Timers } from "./engine/timers.ts";
import type { OpenedEngine } from "./engine/open-engine.ts";
import { openEngine } from "./engine/open-engine.ts";
import { createExecutor } from "./executor/create-executor.ts";
import { SqliteActionReader } from "./io/action-reader.ts";
import { ActionStore } from "./io/action-store.ts";
import { RuntimeSettings } from "./settings/runtime-settings.ts";
import type { Change, CommittedGroup } from "./store/change.ts";
import type { Writer } from "./store/writer.ts";
import { guardianOriginOf } from "./store/writer.ts";
import type { ScriptedGuardian } from "./testing-guardian.ts";
import { scriptedGuardian } from "./testing-guardian.ts";
import { NO_TRACING } from "./tracing/tracing.ts";

export const REAL_TIMERS: Timers = {
  set: (task, delayMs) => setTimeout(task, delayMs),
  clear: (handle) => clearTimeout(handle as NodeJS.Timeout),
  defer: (task) => void setImmediate(task),
};

/** Real timers of one process: they end with it. */
function processTimers(): { readonly timers: Timers; readonly end: () => void } {
  const handles = new Set<NodeJS.Timeout>();
  const timers: Timers = {
    set: (task, delayMs) => {
      const handle = setTimeout(() => {
        handles.delete(handle);
        task();
      }, delayMs);
      handles.add(handle);
      return handle;
    },
    clear: (handle) => {
      clearTimeout(handle as NodeJS.Timeout);
      handles.delete(handle as NodeJS.Timeout);
    },
    defer: REAL_TIMERS.defer,
  };
  return { timers, end: () => handles.forEach((handle) => clearTimeout(handle)) };
}

/** The store in the test's own thread; `crash` loses every commit that has not begun. */
export class DirectWriter implements Writer {
  readonly store: ActionStore;
  readonly origin: string;
  readonly guardianOrigin: string;
  readonly guardianKey: Writer["guardianKey"];
  readonly ledgerKey: Writer["ledgerKey"];
  /** Called before each commit; what it throws is what the store throws. */
  before: (changes: readonly Change[]) => void = () => undefined;
  crashed = false;

  constructor(folder: string, nowMs: () => number) {
    this.store = new ActionStore({ folder, origin: "testing", nowMs });
    this.origin = this.store.origin;
    this.guardianOrigin = guardianOriginOf(this.origin);
    this.guardianKey = this.store.guardian.publicKey;
    this.ledgerKey = this.store.opened.ledger.signer.publicKey;
  }

  get anchoredUpTo(): number {
    return this.store.anchoredUpTo;
  }

  commit(changes: readonly Change[]): Promise<CommittedGroup> {
    if (this.crashed) return new Promise(() => undefined);
    return new Promise((resolve, reject) => {
      try {
        this.before(changes);
        const group = this.store.commit(changes);
        // What a crash after the commit takes away is the answer, never the commit.
        if (!this.crashed) resolve(group);
      } catch (thrown) {
        reject(thrown);
      }
    });
  }

  close(): Promise<void> {
    this.store.close();
    return Promise.resolve();
  }
}

export const operationSpec = (over: Partial<OperationSpec> = {}): OperationSpec => ({
  name: "run",
  title: "a test's operation",
  idempotent: false,
  risk: "safe",
  argumentsSchema: { type: "object", additionalProperties: true },
  resultSchema: null,
  timeoutMs: null,
  ...over,
});

/** An adapter made of functions. */
export function functionAdapter(
  name: string,
  execute: (call: AdapterCall) => Promise<AdapterOutcome> | AdapterOutcome,
  over: Partial<OperationSpec> & { readonly status?: (call: AdapterCall) => StatusAnswer } = {},
): Adapter {
  const { status, ...spec } = over;
  return {
    name,
    kind: "function",
    operations: new Map([["run", operationSpec(spec)]]),
    execute: async (call) => execute(call),
    ...(status === undefined ? {} : { status: (call: AdapterCall) => Promise.resolve(status(call)) }),
    close: () => Promise.resolve(),
  };
}

export interface TestingGatewayOptions {
  readonly folder: string;
  readonly adapters: readonly Adapter[];
  readonly guardian?: ScriptedGuardian;
  readonly settings?: JsonObject;
  readonly nowMs?: () => number;
  readonly random?: () => number;
}

export interface TestingGateway extends OpenedEngine {
  readonly writer: DirectWriter;
  readonly guardian: ScriptedGuardian;
  /** As a kill would: nothing is drained, nothing more is written. */
  crash(): void;
}

/** The real engine, executor and store, with a scripted guardian and adapters. */
export async function openTestingGateway(options: TestingGatewayOptions): Promise<TestingGateway> {
  const { folder, adapters, guardian = scriptedGuardian(), nowMs = Date.now, random = () => 0 } = options;
  const settings = new RuntimeSettings({ file: { retry: { base_ms: 1, cap_ms: 5 }, ...options.settings } });
  const writer = new DirectWriter(folder, nowMs);
  const reader = new SqliteActionReader(join(folder, LEDGER_FILE));
  const { guardianKey, guardianOrigin } = writer;
  const { timers, end } = processTimers();
  const byName = new Map(adapters.map((adapter) => [adapter.name, adapter]));
  const executor = createExecutor({ adapters: byName, settings, guardianKey, guardianOrigin, nowMs, timers });
  const opened = await openEngine({
    writer,
    reader,
    guardian,
    executor,
    settings,
    nowMs,
    random,
    randomBytes,
    timers,
    tracing: NO_TRACING,
    readPolicy: () => Promise.resolve({ text: "", file: "policy.yaml" }),
    log: () => undefined,
  });
  const crash = (): void => {
    end();
    writer.crashed = true;
    reader.close();
    // The database handle goes as a killed process's does: without a last checkpoint.
    writer.store.opened.store.abandon();
  };
  return { ...opened, writer, guardian, crash };
}

export function caller(actor: string = "ann", ...roles: readonly Role[]): Caller {
  const traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-03";
  const held: ReadonlySet<Role> = new Set<Role>(roles.length === 0 ? ["requester"] : roles);
  return { actor, roles: held, correlationId: `req_${actor}`, traceparent, tracestate: null };
}

export function submission(adapter: string, args: JsonObject = {}, over: Partial<Submission> = {}): Submission {
  return {
    adapter,
    operation: "run",
    arguments: args,
    sessionId: null,
    turnId: null,
    risk: null,
    dryRun: false,
    deadlineMs: null,
    idempotencyKey: null,
    ...over,
  };
}
