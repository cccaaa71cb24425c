import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { HoldpointError, isHoldpointError } from "@holdpoint/core";
import { formatTraceparent, newCorrelationId, newTrace } from "@holdpoint/kit";
import { LEDGER_FILE } from "@holdpoint/ledger";
import { buildAdapters } from "../adapters/build-adapters.ts";
import { trialAdapters } from "../adapters/trial/trial-adapters.ts";
import { actorLimit } from "../auth/actor-limit.ts";
import { TokenStore } from "../auth/token-store.ts";
import { makeTrialTokens } from "../auth/trial-tokens.ts";
import { assertMayListen } from "../config/may-listen.ts";
import type { Caller } from "../contract/principal.ts";
import type { GatewayStart, StartedGateway } from "../contract/started-gateway.ts";
import { SETTINGS_STATE } from "../engine/governance.ts";
import { openEngine } from "../engine/open-engine.ts";
import { createExecutor } from "../executor/create-executor.ts";
import { argumentCheckOf } from "../guardian/argument-check.ts";
import { createGuardian } from "../guardian/create-guardian.ts";
import { pooledEntropy } from "../http/entropy-pool.ts";
import { createHttp } from "../http/create-http.ts";
import type { SettingSources } from "../settings/runtime-settings.ts";
import { RuntimeSettings } from "../settings/runtime-settings.ts";
import { attachStream } from "../stream/attach-stream.ts";
import { echoInput } from "../stream/input.ts";
import { NO_TRACING } from "../tracing/tracing.ts";
import { SqliteActionReader } from "./action-reader.ts";
import { lockDataFolder } from "./data-folder-lock.ts";
import { EVENT_LOOP_TIMERS } from "./event-loop-timers.ts";
import { processFigures } from "./process-figures.ts";
import { openWorkerWriter } from "./worker-writer.ts";

/** Name of a gateway's ledger. */
const ORIGIN = "holdpoint/gateway";
const ANCHOR_EVERY_MS = 1000;
export const DRAIN_MS = 10_000;
/** Time to read an answer, once the engine has ended. */
const LINGER_MS = 2000;

/**
 * Starts a gateway. Everything that was begun is ended when a later part fails.
 *
 * @throws HoldpointError `HP-GATEWAY-…`, `HP-KEY-…`, `HP-LEDGER-…`
 */
export async function startGateway(start: GatewayStart): Promise<StartedGateway> {
  const { config, dataDir, nowMs, log, version } = start;
  const randomBytes = pooledEntropy(start.randomBytes);
  const random = fractions(randomBytes);
  const { host = config.listen.host, port = config.listen.port } = start;
  const undo: (() => unknown)[] = [];
  try {
    const lock = lockDataFolder(dataDir);
    undo.push(() => lock.release());
    const tokens = TokenStore.open(dataDir, { nowMs, randomBytes });
    assertMayListen(host, tokens.list().length > 0);
    const guardian = createGuardian({ policyText: config.policy.text, file: config.policy.file });
    const writer = await openWorkerWriter({ folder: dataDir, origin: ORIGIN, anchorEveryMs: ANCHOR_EVERY_MS });
    undo.push(() => writer.close());
    const reader = new SqliteActionReader(join(dataDir, LEDGER_FILE));
    undo.push(() => reader.close());
    const settings = new RuntimeSettings({ file: config.settings, ...storedSettings(reader.state(SETTINGS_STATE)) });
    const others = config.trial ? trialAdapters({ folder: dataDir }) : [];
    const resultSizeBytesMax = (): number => settings.current.executor.result_size_bytes;
    const adapters = await buildAdapters(config.adapters, { nowMs, resultSizeBytesMax, others });
    // A schema that cannot be used would deny every call; it is told now.
    for (const adapter of adapters.values()) for (const spec of adapter.operations.values()) argumentCheckOf(spec);
    const { guardianKey, guardianOrigin } = writer;
    const timers = EVENT_LOOP_TIMERS;
    const executor = createExecutor({ adapters, settings, guardianKey, guardianOrigin, nowMs, timers });
    undo.push(() => executor.close());
    const tracing = start.tracing ?? NO_TRACING;
    const parts = { writer, reader, guardian, executor, settings, nowMs, random, randomBytes, timers, tracing, log };
    const readPolicy = async (): Promise<{ text: string; file: string }> => (start.readConfig?.() ?? config).policy;
    const { engine, recovery } = await openEngine({ ...parts, readPolicy });
    // From here on the engine ends what it was given.
    undo.splice(1, undo.length, () => engine.close(0));
    const made = makeTrialTokens(tokens);
    const shared = { engine, tokens, nowMs, randomBytes, log, actorLimit: actorLimit(settings, nowMs) };
    const http = createHttp({ ...shared, version, processFigures });
    undo.push(() => http.close());
    await listen(http, host, port);
    const server: Server = http.server;
    const input = start.input ?? echoInput(engine, () => settings.current.http.wait_ms_max);
    const stream = attachStream({ ...shared, server, input, timers });
    const url = urlOf(server, host);
    return {
      url,
      tokens: made,
      engine,
      unknown: recovery.unknown,
      reload: async () => {
        tokens.reload();
        stream.recheck();
        await engine.reloadPolicy(systemCaller(nowMs(), randomBytes));
      },
      close: async () => {
        await stream.close();
        // New connections are refused while what runs ends; who waits for an end is answered first.
        const closing = http.close();
        await engine.close(DRAIN_MS);
        // Node checks no request's time any more when it closes: who sends slowly would hold up the end.
        const timer = timers.set(() => server.closeAllConnections(), LINGER_MS);
        await closing;
        timers.clear(timer);
        lock.release();
      },
    };
  } catch (thrown) {
    // The first error is the one that is told.
    for (const step of undo.toReversed()) await Promise.resolve(step()).catch(() => undefined);
    throw thrown;
  }
}

function storedSettings(json: string | null): Pick<SettingSources, "patched" | "generation"> {
  return json === null ? {} : (JSON.parse(json) as Pick<SettingSources, "patched" | "generation">);
}

async function listen(http: ReturnType<typeof createHttp>, host: string, port: number): Promise<void> {
  try {
    await http.listen({ host, port });
  } catch (thrown) {
    if (isHoldpointError(thrown)) throw thrown;
    throw new HoldpointError("HP-GATEWAY-LISTEN", (thrown as Error).message, {}, thrown);
  }
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

/** Numbers in [0, 1) with 32 random bits. */
function fractions(entropy: GatewayStart["randomBytes"]): () => number {
  return () => Buffer.from(entropy(4)).readUInt32LE() / 2 ** 32;
}

/** Who reloads by a signal: whoever may signal the process. */
function systemCaller(nowMs: number, randomBytes: GatewayStart["randomBytes"]): Caller {
  const traceparent = formatTraceparent(newTrace(randomBytes));
  const correlationId = newCorrelationId(nowMs, randomBytes);
  return { actor: "gateway", roles: new Set(["operator"]), correlationId, traceparent, tracestate: null };
}
