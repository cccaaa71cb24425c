import { join } from "node:path";
import type { JsonObject } from "@holdpoint/core";
import type { DrillContext } from "../drill.ts";
import type { Exchange, Probe, ProbeRequest } from "../http-probe.ts";
import { httpProbe, objectOf, textOf } from "../http-probe.ts";
import { makeDrillFolder } from "../io/drill-folder.ts";
import type { GatewayProcess } from "../io/gateway-process.ts";
import { startGateway } from "../io/gateway-process.ts";
import { until } from "../io/pause.ts";
import type { Proxy } from "../io/proxy.ts";
import { startProxy } from "../io/proxy.ts";
import type { Upstream } from "../io/upstream.ts";
import { startUpstream } from "../io/upstream.ts";
import type { Lie } from "../mutants/lie.ts";
import type { DrillAdapter, DrillRule } from "./gateway-file.ts";
import { gatewayFileText, policyText } from "./gateway-file.ts";
import { tokenOf } from "./token-of.ts";

export interface HouseTerms {
  readonly adapters: (urls: { readonly upstream: string }) => readonly DrillAdapter[];
  readonly rules: readonly DrillRule[];
  readonly approvalTtl: string;
  readonly settings: JsonObject;
  /** What stands in front of the gateway; null: nothing. */
  readonly lie: Lie | null;
  /** What stands between the gateway and its upstream. */
  readonly upstreamLie?: Lie | null;
}

export interface Submitting {
  readonly adapter: string;
  readonly n?: number;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly token?: string;
  readonly body?: JsonObject;
  /** Milliseconds that the answer may wait for the end; default as the gateway has it. */
  readonly waitSeconds?: number;
}

/** A gateway of the drill's own with everything around it: configuration, data, and the other side. */
export interface House {
  readonly upstream: Upstream;
  readonly dataFolder: string;
  readonly url: () => string;
  readonly pid: () => number;
  /** Past whatever stands in front of it, which hands on no WebSocket. */
  readonly streamUrl: () => string;
  readonly tokens: Readonly<Record<string, string>>;
  /** Through whatever stands in front of the gateway. */
  readonly ask: Probe;
  /** As an operator, who may read everything. */
  get(path: string): Promise<Exchange>;
  submit(what: Submitting): Promise<Exchange>;
  /** The action once it is in one of the states, or as it is when the time is over. */
  settled(id: string, states: readonly string[], timeoutMs?: number): Promise<JsonObject>;
  setPolicy(rules: readonly DrillRule[]): Promise<Exchange>;
  kill(): Promise<void>;
  start(): Promise<void>;
}

const SETTLE_MS = 8000;

/** Starts everything, hands it to the drill, and ends everything, whatever the drill does. */
export async function withHouse<T>(
  context: DrillContext,
  terms: HouseTerms,
  use: (house: House) => Promise<T>,
): Promise<T> {
  const folder = makeDrillFolder();
  const undo: (() => unknown)[] = [() => folder.remove()];
  try {
    const upstream = await startUpstream(context.nowMs);
    undo.push(() => upstream.close());
    const between = await front(terms.upstreamLie ?? null, () => upstream.url);
    if (between !== null) undo.push(() => between.close());
    const policyFile = folder.write("policy.yaml", policyText(terms.rules, terms.approvalTtl));
    const adapters = terms.adapters({ upstream: between?.url ?? upstream.url });
    const gatewayFile = folder.write("gateway.yaml", gatewayFileText({ ...terms, policyFile, adapters }));
    const dataFolder = join(folder.path, "data");
    const { command } = context.config as { readonly command: readonly string[] };
    const gateway = await startGateway({ ...context, command, dataFolder, gatewayFile });
    undo.push(() => gateway.kill());
    const before = await front(terms.lie, () => gateway.url);
    if (before !== null) undo.push(() => before.close());
    const url = (): string => before?.url ?? gateway.url;
    const setRules = (rules: readonly DrillRule[]): unknown =>
      folder.write("policy.yaml", policyText(rules, terms.approvalTtl));
    const result = await use(houseOf({ context, upstream, dataFolder, gateway, url, setRules }));
    for (const proxy of [before, between]) {
      if (proxy?.lies === 0) throw new Error("the lie was never told, so nothing was shown");
    }
    return result;
  } finally {
    for (const step of undo.toReversed()) await Promise.resolve(step()).catch(() => undefined);
  }
}

async function front(lie: Lie | null, targetUrl: () => string): Promise<Proxy | null> {
  return lie === null ? null : startProxy(targetUrl, lie);
}

interface Parts {
  readonly context: DrillContext;
  readonly upstream: Upstream;
  readonly dataFolder: string;
  readonly gateway: GatewayProcess;
  readonly url: () => string;
  readonly setRules: (rules: readonly DrillRule[]) => unknown;
}

function houseOf({ context, upstream, dataFolder, gateway, url, setRules }: Parts): House {
  const { nowMs, signal, record } = context;
  const { tokens } = gateway;
  const ask = httpProbe({ baseUrl: url, fetch, nowMs, signal, record });
  const get = (path: string): Promise<Exchange> => ask("GET", path, { token: tokenOf(tokens, "operator") });
  return {
    upstream,
    dataFolder,
    url,
    pid: () => gateway.pid,
    streamUrl: () => gateway.url,
    tokens,
    ask,
    get,
    submit: (what) => ask("POST", "/v1/actions", submission(what, tokenOf(tokens, "requester"))),
    settled: async (id, states, timeoutMs = SETTLE_MS) => {
      const read = async (): Promise<JsonObject> => objectOf((await get(`/v1/actions/${id}`)).json);
      return until(read, (action) => states.includes(textOf(action["state"])), { timeoutMs, signal });
    },
    setPolicy: async (rules) => {
      setRules(rules);
      return ask("POST", "/v1/policy/reload", { token: tokenOf(tokens, "operator") });
    },
    kill: () => gateway.kill(),
    start: () => gateway.start(),
  };
}

function submission({ adapter, n = 0, key, headers, token, body, waitSeconds }: Submitting, own: string): ProbeRequest {
  return {
    token: token ?? own,
    body: { adapter, operation: "do", arguments: { n }, ...body },
    headers: {
      ...(key === undefined ? {} : { "idempotency-key": key }),
      ...(waitSeconds === undefined ? {} : { prefer: waitSeconds === 0 ? "respond-async" : `wait=${waitSeconds}` }),
      ...headers,
    },
  };
}
