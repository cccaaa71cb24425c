import type { Engine } from "../contract/engine.ts";
import type { Caller, Role } from "../contract/principal.ts";
import { openEngine } from "../engine/open-engine.ts";
import type { Timers } from "../engine/timers.ts";
import { createExecutor } from "../executor/create-executor.ts";
import { createGuardian } from "../guardian/create-guardian.ts";
import { RuntimeSettings } from "../settings/runtime-settings.ts";
import type { ActionReader } from "../store/reader.ts";
import type { Writer } from "../store/writer.ts";
import { NO_TRACING } from "../tracing/tracing.ts";
import type { Counter } from "./counter.ts";
import { counter } from "./counter.ts";
import type { Harm } from "./harms.ts";
import { harmedExecutor, harmedWriter, noHarm } from "./harms.ts";

/** What a room is made of; everything that does I/O comes in. */
export interface ProbeTerms {
  /** A store in a folder of its own. */
  readonly openStore: () => Promise<{ readonly writer: Writer; readonly reader: ActionReader }>;
  readonly nowMs: () => number;
  readonly random: () => number;
  readonly randomBytes: (sizeBytes: number) => Uint8Array;
  readonly timers: Timers;
}

/** The shipped engine, guardian, executor and store around a target that counts, with a place for harm in between. */
export interface ProbeRoom {
  readonly engine: Engine;
  readonly writer: Writer;
  readonly target: Counter;
  readonly harm: Harm;
  caller(actor: string, role: Role): Caller;
  nowMs(): number;
  /** Resolves after so long. */
  wait(ms: number): Promise<void>;
  close(): Promise<void>;
}

const POLICY = `version: 1
rules:
  - id: counting
    adapters: [counter]
    operations: ["*"]
    then: allow
`;
const CLOSE_MS = 2000;

/** @throws whatever opening the engine throws, with the store closed again */
export async function openProbeRoom(terms: ProbeTerms): Promise<ProbeRoom> {
  const store = await terms.openStore();
  try {
    return await furnish(terms, store);
  } catch (thrown) {
    store.reader.close();
    await store.writer.close().catch(() => undefined);
    throw thrown;
  }
}

async function furnish(terms: ProbeTerms, store: Awaited<ReturnType<ProbeTerms["openStore"]>>): Promise<ProbeRoom> {
  const { nowMs, random, randomBytes, timers } = terms;
  const harm = noHarm();
  const target = counter();
  const writer = harmedWriter(store.writer, harm);
  const guardian = createGuardian({ policyText: POLICY, file: "probe-policy.yaml" });
  const settings = new RuntimeSettings();
  const { guardianKey, guardianOrigin } = writer;
  const adapters = new Map([[target.adapter.name, target.adapter]]);
  const sound = createExecutor({ adapters, settings, guardianKey, guardianOrigin, nowMs, timers });
  const { engine } = await openEngine({
    writer,
    reader: store.reader,
    guardian,
    executor: harmedExecutor(sound, harm),
    settings,
    nowMs,
    random,
    randomBytes,
    timers,
    tracing: NO_TRACING,
    readPolicy: () => Promise.resolve({ text: POLICY, file: "probe-policy.yaml" }),
    log: () => undefined,
  });
  return {
    engine,
    writer,
    target,
    harm,
    caller: (actor, role) => callerOf(actor, role, randomBytes),
    nowMs,
    wait: (ms) => new Promise((resolve) => void timers.set(resolve, ms)),
    close: () => engine.close(CLOSE_MS),
  };
}

function callerOf(actor: string, role: Role, entropy: ProbeTerms["randomBytes"]): Caller {
  const hex = (sizeBytes: number): string => Buffer.from(entropy(sizeBytes)).toString("hex");
  return {
    actor,
    roles: new Set([role]),
    correlationId: `probe_${hex(8)}`,
    traceparent: `00-${hex(16)}-${hex(8)}-00`,
    tracestate: null,
  };
}
